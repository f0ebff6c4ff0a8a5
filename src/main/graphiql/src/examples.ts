import protocol from './protocol.graphql?raw';

/** The tabs of a first visit. Each runs against the demo plant once its reader has signed in. */
export const examples = [
  {
    query: `# Welcome to ProtoWorks.
#
# 1. Sign in, top right. The demo plant has a user for each
#    company and role, such as these; the password of all
#    is "protoworks":
#
#      admin@protoworks.example
#      technician@montadora.example
#      client@cliente.example
#
# 2. Run what is in the other tabs: Ctrl-Enter,
#    or the button with the triangle.
#
# 3. Open, by the icons on the left, what each type
#    and field means, and an explorer that builds
#    a query from check boxes.
#
# These tabs come back after "Clear data" in the
# settings, bottom left, and a reload of the page.
#
# This query runs without signing in:

query Welcome {
  __typename
}
`,
  },
  {
    query: `# The plant, from the project down to its equipments.

query PlantHierarchy {
  project(code: "DEMO") {
    name
    areas {
      code
      name
      systems {
        code
        subsystems {
          code
          equipments(first: 10) {
            totalCount
            nodes {
              tagId
              application
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# One equipment by its tag, and its whole path up.
# The tag is in the variables below.

query EquipmentByTag($projectCode: String!, $tagId: String!) {
  equipment(projectCode: $projectCode, tagId: $tagId) {
    tagId
    subsystem {
      code
      system {
        code
        area {
          code
          project {
            code
          }
        }
      }
    }
  }
}
`,
    variables: `{
  "projectCode": "DEMO",
  "tagId": "P-1001A"
}
`,
  },
  {
    query: `# A protocol's life. Run one operation after the other
# (put the cursor into it), each signed in as whom the
# comment before it names. What Look answers goes into
# the variables below.

${protocol}`,
    variables: `{
  "id": "",
  "version": 1,
  "item": "",
  "itemVersion": 1,
  "items": []
}
`,
  },
  {
    query: `# Watches an import of a tag register while it runs:
# put the import job's id into the variables below.

subscription ImportProgress($id: ID!) {
  importProgress(importJobId: $id) {
    status
    processedRows
    totalRows
  }
}
`,
    variables: `{
  "id": ""
}
`,
  },
  {
    query: `# Who am I, and for whom do I work?

query Viewer {
  viewer {
    name
    email
    role
    company {
      name
      type
    }
  }
}
`,
  },
];
