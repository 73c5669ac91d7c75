package com.skytill.platform.operation;

import com.skytill.platform.caller.Caller;
import io.smallrye.mutiny.Uni;

/** An operation that changes nothing. */
public non-sealed interface Query<P> extends Operation<P> {

    /** The answer: a record that Jackson writes, a {@link Document} or a {@link StreamedDocument}. Runs with a Hibernate Reactive session. */
    Uni<?> answer(P parameters, Caller caller);
}
