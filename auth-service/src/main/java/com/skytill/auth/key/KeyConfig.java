package com.skytill.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** When signing keys change. */
@ConfigMapping(prefix = "skytill.keys")
interface KeyConfig {

    /** How long a key signs. */
    @WithDefault("P30D")
    Duration signsFor();

    /** How long a key is published before it signs: longer than anybody keeps the published keys. */
    @WithDefault("P1D")
    Duration publishedBefore();

    /** How long a key is published after it signed last: longer than its last token lives. */
    @WithDefault("P1D")
    Duration publishedAfter();
}
