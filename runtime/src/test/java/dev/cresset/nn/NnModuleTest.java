package dev.cresset.nn;

import static dev.cresset.tensor.Tensors.filled;
import static dev.cresset.tensor.Tensors.ones;
import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Parts.Dense;
import dev.cresset.nn.Parts.Mixed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NnModuleTest {

  @Test
  void namesAreInPyTorchsOrder() {
    Mixed model = new Mixed();
    assertThat(model.namedParameters().keySet()).containsExactly("w", "sub.weight", "sub.bias");
    assertThat(model.namedBuffers().keySet()).containsExactly("a", "b");
    assertThat(model.namedChildren().keySet()).containsExactly("sub");
    assertThat(model.namedModules().keySet()).containsExactly("", "sub");
    assertThat(model.stateDict().keySet())
        .containsExactly("w", "a", "sub.weight", "sub.bias", "again.weight", "again.bias");
    assertThat(model.numParameters()).isEqualTo(1 + 6 + 3);
  }

  @Test
  void sharedParametersCountOnceButHaveBothNames() {
    Tensor shared = NnModule.param(zeros(2, 2));
    Sequential model = new Sequential(new Dense(shared, null), new Dense(shared, null));
    assertThat(model.parameters()).containsExactly(shared);
    assertThat(model.stateDict().keySet()).containsExactly("0.weight", "1.weight");
  }

  @Test
  void stateDictSharesMemoryAndCarriesNoGradient() {
    Dense dense = new Dense(1, 1);
    Tensor state = dense.stateDict().get("weight");
    assertThat(state.requiresGrad()).isFalse();
    assertThat(state.strided().storage()).isSameAs(dense.weight.strided().storage());
  }

  @Test
  void loadingCopiesIntoTheSameHandles() {
    Sequential model = new Sequential(new Dense(2, 3), new Dense(3, 1));
    List<Tensor> handles = model.parameters();
    Map<String, Tensor> state = state(model, 7);
    assertThat(model.loadStateDict(state)).isEqualTo(new LoadReport(List.of(), List.of()));
    assertThat(model.parameters()).containsExactlyElementsOf(handles);
    assertThat(handles.get(3).strided().storage().floats()).containsExactly(7);
    assertThat(handles.get(3).requiresGrad()).isTrue();
  }

  @Test
  void aMissingKeyIsReportedInPyTorchsWords() {
    assertReport(
        List.of("0.bias"),
        Map.of(),
        "Error(s) in loading state_dict for Sequential:\n"
            + "\tMissing key(s) in state_dict: \"0.bias\". ");
  }

  @Test
  void anUnexpectedKeyIsReportedInPyTorchsWords() {
    assertReport(
        List.of(),
        Map.of("2.weight", zeros(3)),
        "Error(s) in loading state_dict for Sequential:\n"
            + "\tUnexpected key(s) in state_dict: \"2.weight\". ");
  }

  @Test
  void bothAreReportedTogether() {
    assertReport(
        List.of("1.weight"),
        Map.of("1.gamma", zeros(2)),
        "Error(s) in loading state_dict for Sequential:\n"
            + "\tMissing key(s) in state_dict: \"1.weight\". \n"
            + "\tUnexpected key(s) in state_dict: \"1.gamma\". ");
  }

  @Test
  void anotherSizeIsReportedInPyTorchsWords() {
    assertReport(
        List.of(),
        Map.of("1.bias", zeros(4)),
        "Error(s) in loading state_dict for Sequential:\n"
            + "\tsize mismatch for 1.bias: copying a param with shape torch.Size([4]) from"
            + " checkpoint, the shape in current model is torch.Size([1]).");
  }

  @Test
  void withoutStrictnessMissingAndUnexpectedKeysAreOnlyReported() {
    Sequential model = new Sequential(new Dense(2, 3));
    Map<String, Tensor> state = state(model, 5);
    state.remove("0.bias");
    state.put("0.bias.more", zeros(1));
    LoadReport report = model.loadStateDict(state, false);
    assertThat(report.missingKeys()).containsExactly("0.bias");
    assertThat(report.unexpectedKeys()).containsExactly("0.bias.more");
    assertThat(model.getParameter("0.weight").strided().storage().floats())
        .containsExactly(5, 5, 5, 5, 5, 5);
    state.put("0.weight", zeros(1));
    assertThatThrownBy(() -> model.loadStateDict(state, false))
        .isInstanceOf(StateDictException.class)
        .hasMessageContaining("size mismatch for 0.weight")
        .hasMessageNotContaining("Missing");
  }

  @Test
  void trainAndEvalReachEveryModule() {
    Sequential model = new Sequential(new Dense(1, 1), new Sequential(new Dense(1, 1)));
    assertThat(model.isTraining()).isTrue();
    Sequential same = model.eval();
    assertThat(same).isSameAs(model);
    assertThat(model.modules()).hasSize(4).noneMatch(NnModule::isTraining);
    model.train();
    assertThat(model.modules()).allMatch(NnModule::isTraining);
  }

  @Test
  void applyVisitsChildrenFirst() {
    Dense first = new Dense(1, 1);
    Sequential inner = new Sequential(new Dense(1, 1));
    Sequential model = new Sequential(first, inner);
    List<NnModule> seen = new ArrayList<>();
    model.apply(seen::add);
    assertThat(seen).containsExactly(first, inner.get(0), inner, model);
  }

  @Test
  void pathsFindModulesAndParametersAndErrorsSayWhatThereIs() {
    Sequential model = new Sequential().add("body", new Sequential(new Dense(1, 2)));
    assertThat(model.getSubmodule("")).isSameAs(model);
    assertThat(model.getSubmodule("body.0")).isInstanceOf(Dense.class);
    assertThat(model.getParameter("body.0.bias").sizes()).containsExactly(2);
    assertThatThrownBy(() -> model.getSubmodule("body.1"))
        .hasMessage("'body.1': Sequential has no module '1'; it has [0]");
    assertThatThrownBy(() -> model.getParameter("body.0.gain"))
        .hasMessage("'body.0.gain': Dense has no parameter 'gain'; it has [weight, bias]");
  }

  @Test
  void requiresGradAndZeroGradReachEveryParameter() {
    Sequential model = new Sequential(new Dense(1, 1));
    model.parameters().forEach(p -> p.setGrad(ones(p.sizes())));
    model.zeroGrad();
    assertThat(model.parameters()).allMatch(p -> p.grad() == null);
    model.requiresGrad_(false);
    assertThat(model.parameters()).noneMatch(Tensor::requiresGrad);
  }

  @Test
  void toAnotherDtypeKeepsHandlesAndWhatIsNotFloating() {
    Dense dense = new Dense(1, 1);
    Tensor weight = dense.weight;
    dense.to(DType.F64);
    assertThat(dense.parameters().get(0)).isSameAs(weight);
    assertThat(weight.dtype()).isEqualTo(DType.F64);
    assertThat(weight.requiresGrad()).isTrue();
    assertThatThrownBy(() -> dense.to(DType.I64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floating-point");
  }

  @Test
  void printsAsPyTorchPrints() {
    Sequential model =
        new Sequential()
            .add("a", new Dense(2, 3))
            .add("b", new Sequential(new Dense(3, 3), new Sequential()));
    assertThat(model)
        .hasToString(
            """
            Sequential(
              (a): Dense(in_features=2, out_features=3)
              (b): Sequential(
                (0): Dense(in_features=3, out_features=3)
                (1): Sequential()
              )
            )\
            """);
    assertThat(new ParameterList(zeros(2), zeros(1, 3)))
        .hasToString(
            """
            ParameterList(
                (0): Parameter containing: [torch.float32 of size 2]
                (1): Parameter containing: [torch.float32 of size 1x3]
            )\
            """);
    assertThat(new Mixed().toString()).doesNotContain("absent");
  }

  @Test
  void summaryCountsParameters() {
    Sequential model =
        new Sequential(new Dense(20, 100), new Sequential(new Dense(100, 10)), new Dense(1, 1));
    assertThat(model.summary())
        .isEqualTo(
            """
            Sequential                                        3,112
            ├─ 0: Dense(in_features=20, out_features=100)     2,100
            ├─ 1: Sequential                                  1,010
            │  └─ 0: Dense(in_features=100, out_features=10)  1,010
            └─ 2: Dense(in_features=1, out_features=1)            2
            3,112 parameters\
            """);
  }

  @Test
  void realsPrintAsPythonPrintsThem() {
    assertThat(ModuleText.text(1e-5)).isEqualTo("1e-05");
    assertThat(ModuleText.text(0.1)).isEqualTo("0.1");
    assertThat(ModuleText.text(2)).isEqualTo("2.0");
    assertThat(ModuleText.text(1.5e20)).isEqualTo("1.5e+20");
    assertThat(ModuleText.text(0)).isEqualTo("0.0");
    assertThat(ModuleText.number(20)).isEqualTo("20");
  }

  /** A module whose parameter was made by no {@code param}, as no compiler can always see. */
  private static final class Untrained extends NnModule {
    private final Tensor weight;

    Untrained(Tensor weight) {
      this.weight = weight;
    }

    @Override
    protected void visit(Visitor v) {
      super.visit(v);
      v.parameter("weight", weight);
    }
  }

  @Test
  void aParameterThatNobodyWouldTrainIsRefused() {
    NnModule whole = new Sequential(new Parts.Dense(2, 3), new Parts.Dense(3, 1));
    assertThat(whole.requiresGrad_(false).parameters()).as("frozen").hasSize(4);
    assertThat(new Untrained(NnModule.param(Tensor.ones(3)).requiresGrad_(false)).parameters())
        .as("frozen")
        .hasSize(1);
    assertThatThrownBy(() -> new Untrained(Tensor.ones(3)).parameters())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "Untrained: 'weight' is a @Param, but its tensor [3] was made without")
        .hasMessageContaining("write 'param(..)' around");
  }

  private static void assertReport(
      List<String> dropped, Map<String, Tensor> added, String message) {
    Sequential model = new Sequential(new Dense(2, 3), new Dense(3, 1));
    Map<String, Tensor> state = state(model, 1);
    dropped.forEach(state::remove);
    state.putAll(added);
    assertThatThrownBy(() -> model.loadStateDict(state))
        .isInstanceOf(StateDictException.class)
        .hasMessage(message);
    assertThat(model.getParameter("0.weight").strided().storage().floats())
        .as("nothing is half loaded")
        .containsOnly(0);
  }

  private static Map<String, Tensor> state(NnModule model, double value) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    model.stateDict().forEach((k, t) -> state.put(k, filled(value, t.sizes())));
    return state;
  }
}
