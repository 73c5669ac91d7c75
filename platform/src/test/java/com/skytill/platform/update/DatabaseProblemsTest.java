package com.skytill.platform.update;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DatabaseProblemsTest {

    private final DatabaseProblems problems = new DatabaseProblems();

    @Test
    void connectionThatIsGoneIsNoFaultOfOurs() {
        assertEquals(Optional.of(ProblemCode.UPSTREAM_UNAVAILABLE), code(new ConnectException("refused")));
        assertEquals(Optional.of(ProblemCode.UPSTREAM_UNAVAILABLE), code(ClosedConnectionException.INSTANCE));
    }

    @Test
    void connectionThatDiesInATransactionFailsItsRollbackToo() {
        var both = new CompositeException(
                new IllegalStateException("rollback failed"), ClosedConnectionException.INSTANCE);
        assertEquals(Optional.of(ProblemCode.UPSTREAM_UNAVAILABLE), code(both));
    }

    @Test
    void connectionThatWasLostUnnoticedFailsWhatIsAskedOfItNext() {
        Throwable lost = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");
        assertEquals(Optional.of(ProblemCode.UPSTREAM_UNAVAILABLE), code(new CompositeException(lost, lost)));
        assertEquals(Optional.of(ProblemCode.UPSTREAM_UNAVAILABLE), code(new NoStackTraceThrowable("Timeout")));
        assertEquals(Optional.empty(), code(new NoStackTraceThrowable(null)));
        assertEquals(Optional.empty(), code(new NoStackTraceThrowable("Something else")));
    }

    @Test
    void whatIsNoneOfTheDatabasesIsLeftToOthers() {
        assertEquals(Optional.empty(), code(new CompositeException(new IllegalStateException("a"), new Error("b"))));
    }

    private Optional<ProblemCode> code(Throwable failure) {
        return problems.find(failure).map(Problem::code);
    }
}
