import { awsPlace } from '../reading/place.ts';
import { account, first, home } from './recording.ts';

const here = awsPlace(account, home);

/**
What nobody can discover about the recorded group, as its people would write it down (YAML): the workload, the sites, the
sources outside AWS, and what the metadata of AWS does not say about the rest. Some
facts are left out on purpose, so that there is something to ask.
*/
export const demoDeclared = (): string => `version: 1
# Brightmoor: shops and a web shop, a plant that makes appliances, and a payments company of its own.
workload:
  model.predicts: which customers leave, which machines fail, which card payments are fraud
  model.unit: customer, machine, payment
  training.region: ${home}
  training.account: "${account}"
  residency: eu
  team.sql: yes
  customer.snowball: no

places:
  - id: plant-kassel
    title: Plant Kassel
    where: on-premises
    facts: { link.kind: internet, bandwidth: 200 Mbps, bandwidth.free: 50 %, private.required: no, sites: 1 }
  - id: mobile-app
    title: Mobile app
    where: edge
    facts: { link.kind: internet }
  - id: salesforce
    title: Salesforce
    where: saas
    facts: { link.kind: internet }

sources:
  # Outside AWS
  - id: plant-kassel/sensor-history
    kind: oracle
    family: relational
    title: Plant sensors (Oracle)
    place: plant-kassel
    facts:
      engine: oracle
      engine.version: "19c"
      managed: self
      protocol: jdbc
      volume: 400 GB
      change: 5 GB/day
      rows: 6.2 billion
      format: rows
      structure: structured
      updates: append
      keys.known: yes
      event.time: yes
      sensitivity: internal
      owner: plant-engineering
  - id: plant-kassel/old-logs
    kind: nas
    family: file
    title: Equipment logs until 2023 (NAS)
    place: plant-kassel
    facts:
      protocol: nfs
      managed: self
      volume: 60 TB
      change: 0
      objects: 38 million
      object.largest: 6 GB
      format: mixed
      updates: never
      sensitivity: internal
      deadline: 45 days
      owner: plant-engineering
  - id: plant-kassel/quality-reports
    kind: file-share
    family: file
    title: Quality reports (CSV)
    place: plant-kassel
    facts:
      protocol: smb
      managed: self
      volume: 14 GB
      change: 40 MB/day
      objects: 96,000
      object.largest: 20 MB
      format: csv
      structure: structured
      updates: append
      local.use: yes
      sensitivity: internal
      owner: plant-engineering
  - id: mobile-app/events
    kind: app-events
    family: stream
    title: Mobile app events
    place: mobile-app
    facts:
      protocol: sdk
      managed: self
      change: 45 GB/day
      records: 600/s
      record.size: 870 B
      format: json
      structure: semi-structured
      updates: append
      event.time: yes
      sensitivity: personal
      regime: gdpr
      owner: mobile
  - id: salesforce/crm
    kind: salesforce
    family: saas
    title: Customer care (Salesforce)
    place: salesforce
    facts:
      saas: salesforce
      protocol: api
      managed: other
      volume: 28 GB
      change: 300 MB/day
      rows: 41 million
      format: json
      structure: semi-structured
      updates: update
      keys.known: yes
      sensitivity: personal
      regime: gdpr
      owner: customer-service

  # What the metadata does not say
  - id: arn:aws:kinesis:${home}:${account}:stream/machine-telemetry
    kind: kinesis-stream
    family: stream
    title: machine-telemetry
    place: ${here}
    facts:
      schema.registered: no
      ordered: yes
      format: json
      structure: semi-structured
      event.time: yes
      sensitivity: internal
      owner: plant-engineering
  - id: arn:aws:rds:${home}:${account}:cluster:cards-prod
    kind: aurora-cluster
    family: relational
    place: ${here}
    facts:
      sensitivity: card
      regime: pci, gdpr
      private.required: yes
      updates: update
      keys.known: yes
      event.time: yes
      key: customer
  - id: arn:aws:rds:${home}:${account}:db:orders-prod
    kind: rds-instance
    family: relational
    place: ${here}
    facts: { sensitivity: personal, regime: gdpr, updates: update, keys.known: yes, event.time: yes, key: customer }
  - id: arn:aws:rds:${home}:${account}:db:maintenance
    kind: rds-instance
    family: relational
    place: ${here}
    facts: { sensitivity: internal, updates: update, keys.known: yes, event.time: yes }
  - id: arn:aws:dynamodb:${home}:${account}:table/customer-profiles
    kind: dynamodb-table
    family: key-value
    place: ${here}
    facts: { sensitivity: personal, regime: gdpr, updates: update, key: customer }
  - id: arn:aws:s3:::brightmoor-clickstream-archive
    kind: s3-bucket
    family: object
    place: ${awsPlace(account, first)}
    facts: { change: 0, format: json, structure: semi-structured, updates: never, sensitivity: personal, regime: gdpr }
  - id: arn:aws:s3:::brightmoor-contact-recordings
    kind: s3-bucket
    family: object
    place: ${here}
    facts: { format: audio, structure: unstructured, updates: append, sensitivity: personal, regime: gdpr }
  - id: arn:aws:s3:::brightmoor-equipment-logs
    kind: s3-bucket
    family: object
    place: ${here}
    facts: { updates: append, sensitivity: internal, event.time: yes }
  - id: arn:aws:s3:::brightmoor-org-trail
    kind: s3-bucket
    family: object
    place: ${here}
    facts: { format: json, structure: semi-structured, updates: append, sensitivity: confidential, event.time: yes }
  - id: arn:aws:s3:::brightmoor-product-images
    kind: s3-bucket
    family: object
    place: ${here}
    facts: { format: image, structure: unstructured, updates: append, sensitivity: public }
  - id: arn:aws:s3:::brightmoor-vpc-flow-logs
    kind: s3-bucket
    family: object
    place: ${here}
    facts: { format: parquet, structure: structured, updates: append, sensitivity: confidential, event.time: yes }
`;
