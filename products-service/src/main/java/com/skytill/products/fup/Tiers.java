package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a speed limit policy, in the order of their thresholds; the highest one passed wins (domain: FUP). */
record Tiers(List<Tier> steps) {

    private static final int MOST = 10;

    Tiers {
        steps = List.copyOf(steps);
    }

    /** Tiers separated by commas; fails with all that is wrong, each fault with its tier's number. */
    static Tiers parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MOST) {
            throw new MalformedValue("must be at most " + MOST + " tiers");
        }
        var faults = new ArrayList<String>();
        var steps = new ArrayList<Tier>();
        for (int i = 0; i < parts.length; i++) {
            try {
                steps.add(Tier.parse(parts[i].strip()));
            } catch (MalformedValue malformed) {
                faults.add(fault(i, malformed.getMessage()));
            }
        }
        if (faults.isEmpty()) {
            addOrderFaults(faults, steps);
        }
        if (!faults.isEmpty()) {
            throw new MalformedValue(String.join("; ", faults));
        }
        return new Tiers(steps);
    }

    private static void addOrderFaults(List<String> faults, List<Tier> steps) {
        for (int i = 1; i < steps.size(); i++) {
            String fault = steps.get(i).faultAfter(steps.get(i - 1));
            if (fault != null) {
                faults.add(fault(i, fault));
            }
        }
    }

    /** Why a product can't have them; empty when it can. Percents become amounts here, so the order is asked once more. */
    List<String> faultsFor(PolicyUser product) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).threshold().percent() && product.dataCapBytes() == null) {
                faults.add(fault(i, "has a threshold in percent of the cap, and the product has no data_cap"));
            }
        }
        for (int i = 1; faults.isEmpty() && i < steps.size(); i++) {
            addFaultsFor(product, faults, i);
        }
        return faults;
    }

    private void addFaultsFor(PolicyUser product, List<String> faults, int i) {
        var tier = steps.get(i);
        var before = steps.get(i - 1);
        long cap = product.dataCapBytes() == null ? 0 : product.dataCapBytes();
        if (tier.threshold().bytesOf(cap) <= before.threshold().bytesOf(cap)) {
            faults.add(fault(
                    i, "comes out of order with this data_cap: its threshold is not above that of the tier before"));
        }
        boolean faster = tier.download().kbpsOf(product.downloadKbps())
                        > before.download().kbpsOf(product.downloadKbps())
                || tier.upload().kbpsOf(product.uploadKbps()) > before.upload().kbpsOf(product.uploadKbps());
        if (faster) {
            faults.add(fault(i, "comes out faster than the tier before with these speeds"));
        }
    }

    private static String fault(int index, String message) {
        return "tier " + (index + 1) + ": " + message;
    }

    /** The notation, written in one way. */
    @Override
    public String toString() {
        return steps.stream().map(Tier::toString).collect(Collectors.joining(", "));
    }
}
