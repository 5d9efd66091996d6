//! The rules, one file each. A new rule: write its file, add it here, run `cargo xtask rules`.

macro_rules! rules {
    ($($module:ident),+ $(,)?) => {
        $(mod $module;)+

        /// All rules, by code.
        pub(super) static ALL: [&super::Rule; [$(stringify!($module)),+].len()] = [$(&$module::RULE),+];
    };
}

rules![
    rm101_part_missing,
    rm102_parts_merged,
    rm103_parts_out_of_order,
    rm104_declared_count_differs,
    rm105_declared_parts_differ,
    rm106_number_repeated,
    rm107_number_skipped,
    rm108_number_missing,
    rm109_level_jump,
    rm110_part_empty,
    rm111_part_silent,
    rm201_title_missing,
    rm202_institution_missing,
    rm203_period_missing,
    rm204_title_year_against_period,
    rm205_period_not_a_year,
    rm206_period_reversed,
    rm207_period_off_by_a_day,
    rm208_dated_before_period_ends,
    rm209_published_late,
    rm210_year_left_over,
    rm211_impossible_date,
    rm212_contact_missing,
    rm301_number_not_of_title,
    rm302_title_not_of_number,
    rm303_regulation_misnamed,
    rm304_regulation_superseded,
    rm305_document_number_malformed,
    rm306_title_marks_unbalanced,
    rm307_one_document_two_titles,
    rm308_one_title_two_numbers,
    rm401_parts_do_not_add_up,
    rm402_share_does_not_fit,
    rm403_shares_miss_the_hundred,
    rm404_stated_twice,
    rm405_outcomes_do_not_match,
    rm406_nil_contradicted,
    rm407_rate_above_hundred,
    rm408_change_does_not_fit,
    rm501_other_institution,
    rm502_placeholder,
    rm503_paragraph_repeated,
    rm504_foreign_token,
    rm505_site_words,
    rm506_punctuation_doubled,
    rm507_scripts_mixed,
    rm601_identity_number,
    rm602_personal_mobile,
    rm603_bank_card,
    rm604_student_number,
    rm701_checklist_item_missing,
    rm702_link_dead,
];
