package com.skytill.products.product;

import com.skytill.platform.problem.ParameterFault;

import java.math.BigDecimal;
import java.util.List;

/** All that somebody decides about a data product, as it is to become: checked before any row is touched. Null means absent. */
record Draft(
        String name,
        String productCode,
        BigDecimal price,
        Terms terms,
        Long fupSpeedLimitPolicyId,
        Long fupSpeedBoostPolicyId,
        Long groupId,
        Long typeId,
        String description) {

    /** Everything that makes no sense together, by the parameter's name. */
    List<ParameterFault> faults() {
        return terms.faults();
    }
}
