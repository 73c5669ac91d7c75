package com.skytill.gateway.rate;

/**
 * A rate and the burst above it.
 *
 * @param perSecond requests a second in the long run; 0: any number
 * @param burst requests at once after a pause
 */
record Limit(int perSecond, int burst) {

    private static final int BURST_SECONDS = 5;

    Limit {
        if (perSecond < 0 || (perSecond > 0 && burst < 1)) {
            throw new IllegalArgumentException(
                    "skytill.gateway.rate: a rate is at least 0 and its burst at least 1, not " + perSecond + " and "
                            + burst);
        }
    }

    static Limit ofClient(RateConfig config, String clientId) {
        var own = config.clients().get(clientId);
        if (own == null) {
            return new Limit(config.clientPerSecond(), config.clientBurst());
        }
        int perSecond = own.perSecond().orElse(config.clientPerSecond());
        return new Limit(perSecond, own.burst().orElse(BURST_SECONDS * perSecond));
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }
}
