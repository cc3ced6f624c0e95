package dev.cresset; public class Index {}
