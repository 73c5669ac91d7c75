package com.skytill.e2e.runner;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.demo.Demo;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The main job from end to end, as {@code ./skytill demo} shows it; it can be shown again. */
@ExtendWith(SuiteExtension.class)
class DemoIT {

    private final RunningSuite suite;

    DemoIT(RunningSuite suite) {
        this.suite = suite;
    }

    @RepeatedTest(2)
    void demoThenEveryStepIsAnsweredAsItShouldBe() throws Exception {
        var told = new ByteArrayOutputStream();
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        new Demo(suite.credentials(), out).run(suite.radius());

        var text = told.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Access-Accept") && text.contains("Access-Reject"), text);
        assertFalse(text.contains(suite.credentials().clientSecret()));
        assertFalse(text.contains("sk_"), text);
    }
}
