package models;
public abstract class ResNet_HeldModule extends dev.cresset.nn.NnModule {
}