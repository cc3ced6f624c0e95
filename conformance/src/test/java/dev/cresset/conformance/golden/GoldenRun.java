package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.Failed;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.conformance.golden.Outcome.Passed;
import dev.cresset.conformance.golden.Outcome.Uncovered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cases of a folder, one after the other, and what became of each. */
final class GoldenRun {
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  /** Runs every case of {@code folder}. */
  static GoldenRun of(Path folder) {
    GoldenRun run = new GoldenRun();
    for (GoldenCase golden : GoldenFolder.read(folder)) {
      run.outcomes.put(golden.id(), outcome(golden));
    }
    return run;
  }

  private static Outcome outcome(GoldenCase golden) {
    Tensor.manualSeed(20260101);
    try {
      run(golden);
      return new Passed();
    } catch (NotCovered e) {
      return new Uncovered(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Failed(describe(e));
    }
  }

  private static String describe(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e instanceof Outcome.Mismatch || trace.length == 0
        ? String.valueOf(e.getMessage())
        : e + " at " + trace[0];
  }

  private static void run(GoldenCase golden) {
    switch (golden.kind()) {
      case "function" -> FunctionCases.run(golden);
      case "module", "loss" -> ModuleCases.run(golden);
      case "model" -> ModelCases.run(golden);
      case "state_dict" -> StateDictCases.run(golden);
      case "optimizer" -> OptimizerCases.run(golden);
      case "scheduler" -> SchedulerCases.run(golden);
      case "clip" -> ClipCases.run(golden);
      case "init-stat" -> InitCases.run(golden);
      case "promotion" -> PromotionCases.run(golden);
      case "script" -> ScriptCases.run(golden);
      default -> throw new NotCovered("cases of kind " + golden.kind());
    }
  }

  /** The ids of the cases that failed, and why. */
  Map<String, String> failed() {
    Map<String, String> failed = new LinkedHashMap<>();
    outcomes.forEach(
        (id, outcome) -> {
          if (outcome instanceof Failed f) {
            failed.put(id, f.why());
          }
        });
    return failed;
  }

  /** The ids of the cases that name what is not there yet, and what. */
  Map<String, String> uncovered() {
    Map<String, String> uncovered = new LinkedHashMap<>();
    outcomes.forEach(
        (id, outcome) -> {
          if (outcome instanceof Uncovered u) {
            uncovered.put(id, u.what());
          }
        });
    return uncovered;
  }

  int passed() {
    return outcomes.size() - failed().size() - uncovered().size();
  }

  /** Writes counts and ids as JSON. */
  void write(Path file) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("passed", passed());
    report.put("failed", List.copyOf(failed().keySet()));
    report.put("uncovered", List.copyOf(uncovered().keySet()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new ObjectMapper().writeValue(file.toFile(), report);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** {@code golden: P passed, F failed, U uncovered}. */
  @Override
  public String toString() {
    return "golden: %d passed, %d failed, %d uncovered"
        .formatted(passed(), failed().size(), uncovered().size());
  }
}
