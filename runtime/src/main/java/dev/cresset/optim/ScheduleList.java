package dev.cresset.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scheduler of schedulers of one optimizer. */
abstract class ScheduleList extends Scheduler {
  /** What it is made of, in order. */
  final List<Scheduler> schedulers;

  ScheduleList(Optimizer optimizer, List<? extends Scheduler> schedulers) {
    super(optimizer);
    if (schedulers.isEmpty()) {
      throw new IllegalArgumentException("at least one scheduler is needed, given none");
    }
    for (int i = 0; i < schedulers.size(); i++) {
      if (schedulers.get(i).optimizer() != optimizer) {
        throw new IllegalArgumentException(
            "the schedulers must be of the same optimizer, and number " + i + " is of another");
      }
    }
    this.schedulers = List.copyOf(schedulers);
  }

  /** With the states of all schedulers under {@code "_schedulers"}. */
  @Override
  public Map<String, Object> stateDict() {
    Map<String, Object> state = super.stateDict();
    state.put("_schedulers", schedulers.stream().map(Scheduler::stateDict).toList());
    return state;
  }

  @Override
  public void loadStateDict(Map<String, ?> state) {
    if (!(state.get("_schedulers") instanceof List<?> all) || all.size() != schedulers.size()) {
      throw new IllegalArgumentException(
          "this scheduler's state holds those of " + schedulers.size() + " _schedulers: " + state);
    }
    List<Map<String, Object>> states = new ArrayList<>();
    for (Object each : all) {
      states.add(named(each));
    }
    super.loadStateDict(state);
    for (int i = 0; i < states.size(); i++) {
      schedulers.get(i).loadStateDict(states.get(i));
    }
  }

  private static Map<String, Object> named(Object state) {
    Map<String, Object> named = new LinkedHashMap<>();
    if (!(state instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a scheduler's state is a map, not " + state);
    }
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
