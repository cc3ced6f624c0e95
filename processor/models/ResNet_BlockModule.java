package models;
public abstract class ResNet_BlockModule extends dev.cresset.nn.Layer {
  public dev.cresset.Tensor call(dev.cresset.Tensor x) {
    return ((models.ResNet.Block) (Object) this).forward(x);
  }
}