package io.protoworks.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Imports.
 *
 * @param concurrency how many run on this node at once
 * @param openRegisters files that people look at on this node at once, before they import them
 * @param batchRows rows that are written in one transaction
 * @param lease an import whose worker was silent for so long is interrupted
 * @param heartbeat how often a worker says that it is alive; a fraction of the lease
 * @param sweep how often this node looks for imports that nobody works at
 * @param progress how often subscriptions to an import's progress look at it
 */
@ConfigurationProperties("protoworks.intake")
record IntakeProperties(
    @DefaultValue("2") int concurrency,
    @DefaultValue("2") int openRegisters,
    @DefaultValue("1000") int batchRows,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("10s") Duration sweep,
    @DefaultValue("500ms") Duration progress) {}
