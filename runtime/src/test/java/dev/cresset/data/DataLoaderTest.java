package dev.cresset.data;

import static dev.cresset.data.DataLoader.dropLast;
import static dev.cresset.data.DataLoader.seed;
import static dev.cresset.data.DataLoader.shuffle;
import static dev.cresset.data.DataLoader.workers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLoaderTest {
  private final Dataset ten = numbers(10);

  @Test
  void batchesInOrderAndStacks() {
    List<Example> batches = new ArrayList<>();
    new DataLoader(ten, 4).forEach(batches::add);
    assertThat(batches).hasSize(3);
    assertThat(batches.get(0).input().sizes()).containsExactly(4, 2);
    assertThat(batches.get(0).input().toFloatArray()).containsExactly(0, 0, 1, 1, 2, 4, 3, 9);
    assertThat(batches.get(2).target().sizes()).containsExactly(2);
    assertThat(batches.get(2).target().toLongArray()).containsExactly(8, 9);
  }

  @Test
  void dropLastLeavesOutWhatIsNotFull() {
    DataLoader loader = new DataLoader(ten, 4, dropLast(true));
    assertThat(loader.size()).isEqualTo(2);
    assertThat(order(loader)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(new DataLoader(ten, 4).size()).isEqualTo(3);
  }

  @Test
  void shufflesAnewForEachPassAndTheSameForTheSameSeed() {
    DataLoader loader = new DataLoader(ten, 3, shuffle(true), seed(5));
    List<Long> first = order(loader);
    List<Long> second = order(loader);
    assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
    DataLoader again = new DataLoader(ten, 3, shuffle(true), seed(5));
    assertThat(order(again)).isEqualTo(first);
    assertThat(order(again)).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theOrderIsTheSameForAnyNumberOfWorkers(int count) {
    Dataset slow = numbers(40);
    List<Long> alone = order(new DataLoader(slow, 3, shuffle(true), seed(1)));
    assertThat(order(new DataLoader(slow, 3, shuffle(true), seed(1), workers(count))))
        .isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void anExampleThatFailsIsNamedAtItsPlace(int count) {
    Dataset bad =
        new Dataset() {
          @Override
          public long size() {
            return 10;
          }

          @Override
          public Example get(long index) {
            if (index == 7) {
              throw new IllegalStateException("torn page");
            }
            return ten.get(index);
          }
        };
    Iterator<Example> pass = new DataLoader(bad, 3, workers(count)).iterator();
    pass.next();
    pass.next();
    assertThatThrownBy(pass::next)
        .isInstanceOf(DataException.class)
        .hasMessage("example 7: torn page")
        .hasRootCauseMessage("torn page");
  }

  @Test
  void aPassEnds() {
    for (int workers = 0; workers < 2; workers++) {
      Iterator<Example> pass = new DataLoader(numbers(1), 3, workers(workers)).iterator();
      pass.next();
      assertThat(pass.hasNext()).isFalse();
      assertThatThrownBy(pass::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(order(new DataLoader(numbers(0), 3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void examplesThatDifferCannotBeStacked(int count) {
    Dataset uneven =
        new Dataset() {
          @Override
          public long size() {
            return 2;
          }

          @Override
          public Example get(long index) {
            Tensor row = Tensor.fromBlob(new float[(int) index + 1], index + 1);
            return new Example(row, row);
          }
        };
    assertThatThrownBy(() -> new DataLoader(uneven, 2, workers(count)).iterator().next())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("example 1 of a batch is F32[2], the first is F32[1]");
  }

  @Test
  void aTensorDatasetGivesRowsAndChecksItsSizes() {
    TensorDataset set =
        new TensorDataset(
            Tensor.fromBlob(new float[] {1, 2, 3, 4, 5, 6}, 3, 2),
            Tensor.fromBlob(new long[] {7, 8, 9}, 3));
    assertThat(set.get(1).input().toFloatArray()).containsExactly(3, 4);
    assertThat(set.batch(2, 0).input().toFloatArray()).containsExactly(5, 6, 1, 2);
    assertThatThrownBy(() -> set.get(3)).hasMessage("example 3 of 3");
    assertThatThrownBy(() -> new TensorDataset(Tensor.fromBlob(new float[2], 2), Tensor.scalar(1L)))
        .hasMessageContaining("the same first size");
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new DataLoader(ten, 0)).hasMessageContaining("batch size 0");
    assertThatThrownBy(() -> new DataLoader(ten, 1, workers(-1)))
        .hasMessageContaining("workers -1");
  }

  private static List<Long> order(DataLoader loader) {
    List<Long> order = new ArrayList<>();
    for (Example batch : loader) {
      Arrays.stream(batch.target().toLongArray()).forEach(order::add);
    }
    return order;
  }

  /** Example i is the pair (i, i²), its target i. */
  private static Dataset numbers(int count) {
    float[] inputs = new float[2 * count];
    for (int i = 0; i < count; i++) {
      inputs[2 * i] = i;
      inputs[2 * i + 1] = i * i;
    }
    return new TensorDataset(
        Tensor.fromBlob(inputs, count, 2),
        Tensor.fromBlob(LongStream.range(0, count).toArray(), count));
  }
}
