package com.skytill.products.fup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Adds a fair-use policy that slows heavy use down. */
@Singleton
final class AddFupSpeedLimitPolicy implements Update<AddFupSpeedLimitPolicy.Parameters, Void> {

    private static final Duration LEAST_WINDOW = Duration.ofHours(1);
    private static final Duration MOST_WINDOW = Duration.ofDays(31);

    record Parameters(String name, Duration window, Tiers tiers) {}

    private final FupStore store;

    AddFupSpeedLimitPolicy(FupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_fup_speed_limit_policy",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a fair-use policy that slows heavy use down",
                        "Tiers are threshold:speed, separated by commas: 10GB:2048, 80%:50%. A threshold is a size, or percent of the"
                                + " product's data cap; a speed is kbit/s, or percent of the product's speed, for both directions"
                                + " or as download/upload: 10GB:2048/512. Use is counted over a rolling window; the highest"
                                + " threshold passed wins, and a tier never makes faster than the product. Tiers stand in the order"
                                + " of their thresholds, each slower than the one before. Thresholds in percent are for products"
                                + " with a data cap only. A policy never changes: add another, and give it to the products.",
                        "fup_speed_limit_policy",
                        FupSpeedLimitPolicyView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("name", "What staff call it, unique in whatever case")
                        .max(100)
                        .example("Daily 10 GB")
                        .mandatory(),
                in.duration("window", "Over how long use is counted, like PT24H; from PT1H to P31D")
                        .which(AddFupSpeedLimitPolicy::isWindow, "must be from PT1H to P31D, of whole seconds")
                        .example("PT24H")
                        .mandatory(),
                in.text("tiers", "threshold:speed, separated by commas, like 10GB:2048, 80%:50%; at most 10")
                        .max(500)
                        .as(Tiers::parse)
                        .example("10GB:2048, 80%:50%")
                        .mandatory());
    }

    private static boolean isWindow(Duration window) {
        return window.compareTo(LEAST_WINDOW) >= 0
                && window.compareTo(MOST_WINDOW) <= 0
                && window.equals(window.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasSpeedLimitPolicy(parameters.name())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another speed limit policy has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var policy = new SpeedLimitPolicy();
        policy.name = parameters.name();
        policy.windowSeconds = parameters.window().toSeconds();
        policy.tiers = parameters.tiers().toString();
        return store.add(policy)
                .map(added ->
                        Outcome.added("fup_speed_limit_policy", added.policyId, FupSpeedLimitPolicyView.of(added)));
    }
}
