package io.protoworks.platform;

/** Where a noun declares its place in the graph; one bean per noun, {@code <Noun>Edges}. */
@FunctionalInterface
public interface GraphModule {
  void declare(Graph graph);
}
