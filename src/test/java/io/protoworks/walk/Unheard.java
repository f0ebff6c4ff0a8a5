package io.protoworks.walk;

import graphql.schema.GraphQLObjectType;

/** For answers of which only the words matter. */
final class Unheard implements AnswerReader.Listener {
  @Override
  public void value(GraphQLObjectType type) {}

  @Override
  public void object(GraphQLObjectType type, String id, Path path) {}

  @Override
  public void followed(String coordinates) {}
}
