package com.skytill.e2e.radius;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A product is sold from the moment that it is there. */
@ExtendWith(SuiteExtension.class)
class NewProductIT {

    private final RunningSuite suite;
    private final TestVouchers vouchers;

    NewProductIT(RunningSuite suite) {
        this.suite = suite;
        this.vouchers = new TestVouchers(suite);
    }

    /** A batch, or any other long transaction, holds back what vouchers-service is told of changes. */
    @Test
    void productWhenAddedWhileALongTransactionRunsThenSoldAtOnce() throws Exception {
        try (var connection = DatabaseContents.connect(suite, "vouchers");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");

            var code = vouchers.voucher(Map.of());

            assertTrue(new TestRouter(suite, code).pap().isAccept());
            connection.rollback();
        }
    }
}
