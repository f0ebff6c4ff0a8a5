// Follows a project's events and never misses one: node follow.mjs DEMO
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const api = process.env.API ?? 'http://localhost:8080';
const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.TOKEN}` };
const place = 'cursor.txt';

async function ask(query, variables) {
  const answer = await fetch(`${api}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await answer.json()).data;
}

const { project } = await ask('query($code: String!) { project(code: $code) { id eventCursor } }', { code: process.argv[2] });
if (!existsSync(place)) {
  writeFileSync(place, project.eventCursor);
}

const client = createClient({
  url: `${api.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization: headers.Authorization },
});

// Again after whatever ended it, from the last cursor that was kept.
for (;;) {
  try {
    const events = client.iterate({
      query: `subscription($project: ID!, $after: String) {
        events(projectId: $project, after: $after) { cursor type state occurredAt entity { id } }
      }`,
      variables: { project: project.id, after: readFileSync(place, 'utf8') },
    });
    for await (const { data, errors } of events) {
      if (errors) throw new Error(JSON.stringify(errors));
      console.log(data.events.occurredAt, data.events.type, data.events.state, data.events.entity?.id);
      writeFileSync(place, data.events.cursor); // after the event was dealt with
    }
  } catch (failure) {
    console.error('The line broke, subscribing again:', failure);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
