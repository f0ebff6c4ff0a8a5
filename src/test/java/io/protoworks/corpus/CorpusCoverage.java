package io.protoworks.corpus;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields the corpus asks. */
public final class CorpusCoverage {
  private CorpusCoverage() {}

  /** Their coordinates, {@code Project.areas}. */
  public static Set<String> of(GraphQLSchema schema, List<CorpusQuery> queries) {
    Set<String> asked = new HashSet<>();
    for (CorpusQuery query : queries) {
      QueryTraverser.newQueryTraverser()
          .schema(schema)
          .document(query.parsed())
          .coercedVariables(CoercedVariables.of(any(query.variableNames())))
          .build()
          .visitPreOrder(
              new QueryVisitorStub() {
                @Override
                public void visitField(QueryVisitorFieldEnvironment field) {
                  GraphQLNamedType parent =
                      (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getParentType());
                  asked.add(parent.getName() + "." + field.getFieldDefinition().getName());
                }
              });
    }
    return asked;
  }

  private static Map<String, Object> any(List<String> names) {
    return names.stream().collect(Collectors.toMap(name -> name, name -> "anything"));
  }
}
