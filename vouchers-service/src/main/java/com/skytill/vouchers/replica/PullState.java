package com.skytill.vouchers.replica;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells in the log when another service's entities can't be pulled, and when they can again: a line each, not one every few seconds. */
public final class PullState {

    private static final Logger LOG = Logger.getLogger(PullState.class);

    private final AtomicBoolean away = new AtomicBoolean();
    private final String what;

    /** The state of pulling that. */
    public PullState(String what) {
        this.what = what;
    }

    /** The pull, whose failure is told and leaves what is known as it is. */
    public Uni<Void> watching(Uni<Void> pull) {
        return pull.invoke(ignored -> note(null)).onFailure().recoverWithUni(failure -> {
            note(failure);
            return Uni.createFrom().voidItem();
        });
    }

    private void note(Throwable failure) {
        boolean isAway = failure != null;
        if (away.getAndSet(isAway) != isAway) {
            if (isAway) {
                LOG.warnf("The %s can't be pulled; going on with those known: %s", what, failure);
            } else {
                LOG.infof("The %s are pulled again", what);
            }
        }
    }
}
