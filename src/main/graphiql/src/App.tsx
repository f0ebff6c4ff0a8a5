import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import { examples } from './examples';
import { createFetcher } from './fetcher';
import { SessionControls } from './SessionControls';
import { session, useSession } from './session';

const plugins = [explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];

export function App() {
  const { id, viewer, notice } = useSession();
  // GraphiQL reads the schema again whenever the fetcher is another one: so after each sign-in and sign-out.
  const fetcher = useMemo(() => createFetcher(session), [id]);

  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      defaultTabs={examples}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <strong className="product-name" data-testid="product-name">
          ProtoWorks
        </strong>
        <SessionControls viewer={viewer} notice={notice} />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
