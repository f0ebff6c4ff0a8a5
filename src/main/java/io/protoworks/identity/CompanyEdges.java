package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class CompanyEdges implements GraphModule {
  private final CompanyService companies;

  CompanyEdges(CompanyService companies) {
    this.companies = companies;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Company.class, "Company", Company::id, companies::listVisibleByIds);
  }
}
