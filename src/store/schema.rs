// Printed from the migrations; the types are those that both databases share.

diesel::table! {
    waiting_list_rules (event_id) {
        event_id -> Text,
        stops_hours -> Integer,
        asks_days -> Integer,
    }
}

diesel::table! {
    round_settings (event_id) {
        event_id -> Text,
        settings -> Text,
    }
}

diesel::table! {
    seat_offers (participant_id) {
        participant_id -> Text,
        event_id -> Text,
        offered_at -> Timestamp,
        ends_at -> Timestamp,
        lapsed -> Bool,
    }
}

diesel::table! {
    event_versions (event_id, part, writer) {
        event_id -> Text,
        part -> Text,
        writer -> BigInt,
        version -> BigInt,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    database_identity (id) {
        id -> Text,
        probed_at -> Timestamp,
    }
}

diesel::table! {
    write_receipts (id) {
        id -> Text,
        number -> BigInt,
        written_at -> Timestamp,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        is_admin -> Bool,
        lang -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    logins (token_hash) {
        token_hash -> Text,
        account_id -> Text,
        browser -> Text,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        proved_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    half_logins (token_hash) {
        token_hash -> Text,
        account_id -> Text,
        started_at -> Timestamp,
        failures -> Integer,
    }
}

diesel::table! {
    account_invitations (id) {
        id -> Text,
        token_hash -> Text,
        email -> Text,
        name -> Text,
        event_id -> Nullable<Text>,
        role -> Nullable<Text>,
        invited_by -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    deactivated_accounts (account_id) {
        account_id -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    known_browsers (token_hash, account_id) {
        token_hash -> Text,
        account_id -> Text,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    second_factors (account_id) {
        account_id -> Text,
        secret -> Text,
        since -> Timestamp,
        last_step -> BigInt,
    }
}

diesel::table! {
    second_factor_offers (account_id) {
        account_id -> Text,
        secret -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    recovery_codes (account_id, code_hash) {
        account_id -> Text,
        code_hash -> Text,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    second_factor_events (event_id) {
        event_id -> Text,
    }
}

diesel::table! {
    account_links (token_hash) {
        token_hash -> Text,
        account_id -> Nullable<Text>,
        purpose -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        slug -> Text,
        state -> Text,
        languages -> Text,
        name -> Text,
        summary -> Text,
        description -> Text,
        organiser_name -> Text,
        contact_email -> Text,
        starts_on -> Date,
        ends_on -> Date,
        time_zone -> Text,
        venue_kind -> Text,
        venue -> Text,
        table_count -> Integer,
        room_link -> Text,
        capacity -> Nullable<Integer>,
        approval -> Bool,
        same_country -> Bool,
        calendar_mode -> Text,
        wished_minimum -> Integer,
        reminders -> Bool,
        accent -> Text,
        seats_taken -> Integer,
        next_seq -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        pictures -> Text,
        changes_until -> Nullable<Date>,
        shred_after_days -> Integer,
        shredded_at -> Nullable<Timestamp>,
        mail_words -> Text,
    }
}

diesel::table! {
    parting_mails (mail_id) {
        mail_id -> Text,
    }
}

diesel::table! {
    legal_notices (owner) {
        owner -> Text,
        notice -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    network_keys (week) {
        week -> BigInt,
        secret -> Text,
    }
}

diesel::table! {
    clock_memory (id) {
        id -> Integer,
        believed_at -> Timestamp,
        seen_at -> Timestamp,
        leapt_from -> Nullable<Timestamp>,
        leapt_to -> Nullable<Timestamp>,
        ran_seconds -> BigInt,
    }
}

diesel::table! {
    deletion_announcements (id) {
        id -> Text,
        event_id -> Text,
        question_id -> Nullable<Text>,
        announced_at -> Timestamp,
        due_on -> Date,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    deletion_postponements (event_id) {
        event_id -> Text,
        postponed_to -> Date,
        why -> Text,
    }
}

diesel::table! {
    event_roles (event_id, account_id) {
        event_id -> Text,
        account_id -> Text,
        role -> Text,
    }
}

diesel::table! {
    participant_types (id) {
        id -> Text,
        event_id -> Text,
        position -> Integer,
        label -> Text,
    }
}

diesel::table! {
    type_rules (event_id, type_a, type_b) {
        event_id -> Text,
        type_a -> Text,
        type_b -> Text,
        rule -> Text,
    }
}

diesel::table! {
    topics (id) {
        id -> Text,
        event_id -> Text,
        parent_id -> Nullable<Text>,
        position -> Integer,
        label -> Text,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        event_id -> Text,
        title -> Text,
        place -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        description -> Text,
        speakers -> Text,
        language -> Text,
        link -> Text,
        places -> Nullable<Integer>,
        by_invitation -> Bool,
    }
}

diesel::table! {
    event_tables (event_id, table_no) {
        event_id -> Text,
        table_no -> Integer,
        name -> Text,
        zone -> Text,
        type_id -> Nullable<Text>,
    }
}

diesel::table! {
    missing_tables (event_id, table_no, slot_id) {
        event_id -> Text,
        table_no -> Integer,
        slot_id -> Text,
    }
}

diesel::table! {
    booths (participant_id) {
        participant_id -> Text,
        event_id -> Text,
        table_no -> Integer,
    }
}

diesel::table! {
    booth_absences (participant_id, slot_id) {
        participant_id -> Text,
        event_id -> Text,
        slot_id -> Text,
    }
}

diesel::table! {
    language_rules (event_id) {
        event_id -> Text,
        rule -> Text,
    }
}

diesel::table! {
    interpreters (id) {
        id -> Text,
        event_id -> Text,
        name -> Text,
        email -> Nullable<Text>,
        lang -> Text,
        languages -> Text,
    }
}

diesel::table! {
    interpreter_absences (interpreter_id, slot_id) {
        interpreter_id -> Text,
        event_id -> Text,
        slot_id -> Text,
    }
}

diesel::table! {
    session_types (session_id, type_id) {
        session_id -> Text,
        type_id -> Text,
    }
}

diesel::table! {
    session_invitations (session_id, participant_id) {
        session_id -> Text,
        participant_id -> Text,
        invited_at -> Timestamp,
        declined_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    session_places (session_id, participant_id) {
        session_id -> Text,
        participant_id -> Text,
        has_place -> Bool,
        since -> Timestamp,
    }
}

diesel::table! {
    meeting_blocks (id) {
        id -> Text,
        event_id -> Text,
        label -> Text,
        starts_at -> Timestamp,
        slot_minutes -> Integer,
        pause_minutes -> Integer,
        slot_count -> Integer,
        retired -> Bool,
    }
}

diesel::table! {
    slots (id) {
        id -> Text,
        event_id -> Text,
        block_id -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        retired -> Bool,
    }
}

diesel::table! {
    participants (id) {
        id -> Text,
        event_id -> Text,
        email -> Nullable<Text>,
        email_key -> Nullable<Text>,
        name -> Text,
        organisation -> Text,
        organisation_type -> Text,
        country -> Text,
        type_id -> Nullable<Text>,
        languages -> Text,
        lang -> Text,
        max_meetings -> Integer,
        listed -> Bool,
        source -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        shown -> Text,
        version -> Integer,
        search_key -> Text,
    }
}

diesel::table! {
    address_changes (token_hash) {
        token_hash -> Text,
        participant_id -> Text,
        email -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    event_trials (event_id) {
        event_id -> Text,
        began_at -> Timestamp,
    }
}

diesel::table! {
    registration_times (event_id) {
        event_id -> Text,
        opens_at -> Nullable<Timestamp>,
        closes_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    registrations (participant_id) {
        participant_id -> Text,
        event_id -> Text,
        code -> Text,
        state -> Text,
        waiting_seq -> Nullable<BigInt>,
        consent_version -> Text,
        consent_at -> Timestamp,
        created_at -> Timestamp,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    invitations (participant_id) {
        participant_id -> Text,
        invited_at -> Timestamp,
        ends_at -> Timestamp,
        remind_at -> Nullable<Timestamp>,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    questions (id) {
        id -> Text,
        event_id -> Text,
        position -> Integer,
        kind -> Text,
        label -> Text,
        help -> Text,
        required -> Bool,
        visible -> Bool,
        condition_question -> Nullable<Text>,
        condition_answer -> Text,
        purpose -> Text,
        matching -> Text,
        points -> Integer,
        life_days -> Nullable<Integer>,
        closed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    question_choices (id) {
        id -> Text,
        question_id -> Text,
        position -> Integer,
        label -> Text,
    }
}

diesel::table! {
    question_types (question_id, type_id) {
        question_id -> Text,
        type_id -> Text,
    }
}

diesel::table! {
    answers (participant_id, field) {
        participant_id -> Text,
        field -> Text,
        question_id -> Nullable<Text>,
        value -> Text,
    }
}

diesel::table! {
    interests (participant_id, topic_id, kind) {
        participant_id -> Text,
        topic_id -> Text,
        kind -> Text,
        text -> Text,
    }
}

diesel::table! {
    attended_blocks (participant_id, block_id) {
        participant_id -> Text,
        block_id -> Text,
    }
}

diesel::table! {
    attended_sessions (participant_id, session_id) {
        participant_id -> Text,
        session_id -> Text,
    }
}

diesel::table! {
    wishes (from_id, to_id) {
        event_id -> Text,
        from_id -> Text,
        to_id -> Text,
        kind -> Text,
        message -> Text,
        created_at -> Timestamp,
        shown -> Bool,
    }
}

diesel::table! {
    links (token_hash) {
        token_hash -> Text,
        participant_id -> Text,
        purpose -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        replaced_at -> Nullable<Timestamp>,
        mailed -> Bool,
        asked -> Bool,
    }
}

diesel::table! {
    registration_forms (token_hash) {
        token_hash -> Text,
        event_id -> Text,
        answers -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        email_key -> Text,
        size -> Integer,
    }
}

diesel::table! {
    pair_rules (event_id, a_id, b_id) {
        event_id -> Text,
        a_id -> Text,
        b_id -> Text,
        kind -> Text,
        slot_id -> Nullable<Text>,
        table_no -> Nullable<Integer>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    rounds (id) {
        id -> Text,
        event_id -> Text,
        number -> Integer,
        state -> Text,
        settings -> Text,
        seed -> BigInt,
        report -> Text,
        created_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        solver -> Nullable<Text>,
        beats -> BigInt,
        tries -> Integer,
        stop_asked_at -> Nullable<Timestamp>,
        progress -> Nullable<Text>,
        tells_when_ready -> Bool,
        withdrawn_at -> Nullable<Timestamp>,
        discarded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    round_steps (round_id, number) {
        round_id -> Text,
        number -> Integer,
        kind -> Text,
        account_id -> Nullable<Text>,
        made_at -> Timestamp,
        undone -> Bool,
    }
}

diesel::table! {
    round_step_rules (round_id, number, is_after) {
        round_id -> Text,
        number -> Integer,
        is_after -> Bool,
        a_id -> Text,
        b_id -> Text,
        kind -> Text,
        slot_id -> Nullable<Text>,
        table_no -> Nullable<Integer>,
    }
}

diesel::table! {
    round_step_meetings (round_id, number, is_after, a_id, b_id) {
        round_id -> Text,
        number -> Integer,
        is_after -> Bool,
        a_id -> Text,
        b_id -> Text,
        slot_id -> Text,
        table_no -> Nullable<Integer>,
        weight -> Integer,
        terms -> Text,
        interpreter_id -> Nullable<Text>,
    }
}

diesel::table! {
    round_meetings (round_id, a_id, b_id) {
        round_id -> Text,
        a_id -> Text,
        b_id -> Text,
        slot_id -> Text,
        table_no -> Nullable<Integer>,
        weight -> Integer,
        terms -> Text,
        interpreter_id -> Nullable<Text>,
    }
}

diesel::table! {
    meetings (id) {
        id -> Text,
        event_id -> Text,
        round_id -> Nullable<Text>,
        a_id -> Text,
        b_id -> Text,
        slot_id -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        table_no -> Nullable<Integer>,
        state -> Text,
        terms -> Text,
        sequence -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        interpreter_id -> Nullable<Text>,
    }
}

diesel::table! {
    meeting_seats (participant_id, slot_id) {
        participant_id -> Text,
        slot_id -> Text,
        meeting_id -> Text,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        event_id -> Nullable<Text>,
        participant_id -> Nullable<Text>,
        kind -> Text,
        sender -> Text,
        recipient -> Text,
        recipient_domain -> Text,
        subject -> Text,
        message_id -> Text,
        bounce_hash -> Nullable<Text>,
        state -> Text,
        batch_id -> Nullable<Text>,
        priority -> Integer,
        attempts -> Integer,
        due_at -> Timestamp,
        useful_until -> Nullable<Timestamp>,
        tried_at -> Nullable<Timestamp>,
        claimed_by -> Nullable<Text>,
        claimed_until -> Nullable<Timestamp>,
        problem -> Text,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        bounced_at -> Nullable<Timestamp>,
        bounce_verdict -> Nullable<Text>,
        mime -> Text,
        act_id -> Nullable<Text>,
    }
}

diesel::table! {
    acts (id) {
        id -> Text,
        event_id -> Text,
        account_id -> Text,
        done_at -> Timestamp,
        is_open -> Bool,
        mails -> Integer,
    }
}

diesel::table! {
    act_rows (act_id, number) {
        act_id -> Text,
        number -> Integer,
        table_name -> Text,
        old -> Nullable<Text>,
        new -> Nullable<Text>,
    }
}

diesel::table! {
    sent_forms (link_hash) {
        link_hash -> Text,
        participant_id -> Text,
        answers -> Text,
        sent_at -> Timestamp,
    }
}

diesel::joinable!(sent_forms -> links (link_hash));

diesel::table! {
    link_requests (event_id, email_key) {
        event_id -> Text,
        email_key -> Text,
        email -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    lapsed_links (token_hash) {
        token_hash -> Text,
        event_id -> Text,
        lapsed_at -> Timestamp,
    }
}

diesel::table! {
    mail_requests (id) {
        id -> Text,
        mailbox -> Text,
        domain -> Text,
        event_id -> Nullable<Text>,
        kind -> Text,
        asked_at -> Timestamp,
        due_at -> Timestamp,
    }
}

diesel::table! {
    mail_batches (id) {
        id -> Text,
        state -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    mail_pause (id) {
        id -> Integer,
        cause -> Text,
        words -> Text,
        since -> Timestamp,
        next_probe -> Nullable<Timestamp>,
        probes -> Integer,
    }
}

diesel::table! {
    log (id) {
        id -> Text,
        event_id -> Nullable<Text>,
        at -> Timestamp,
        actor -> Text,
        action -> Text,
        subject_id -> Text,
        detail -> Text,
    }
}

diesel::table! {
    event_pictures (event_id, kind) {
        event_id -> Text,
        kind -> Text,
        format -> Text,
        content -> Binary,
    }
}

diesel::table! {
    feeds (participant_id) {
        participant_id -> Text,
        token_hash -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    consent_texts (event_id, purpose, version) {
        event_id -> Text,
        purpose -> Text,
        version -> Integer,
        text -> Text,
        asked -> Bool,
        created_at -> Timestamp,
    }
}

diesel::table! {
    consents (id) {
        id -> Text,
        participant_id -> Text,
        purpose -> Text,
        given -> Bool,
        text_version -> Text,
        lang -> Text,
        at -> Timestamp,
        latest -> Bool,
    }
}

diesel::table! {
    import_layouts (event_id, layout) {
        event_id -> Text,
        layout -> Text,
        choices -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    uploads (id) {
        id -> Text,
        event_id -> Text,
        file_name -> Text,
        content -> Binary,
        created_at -> Timestamp,
    }
}

diesel::table! {
    accessibility_statements (event_id) {
        event_id -> Text,
        checked_on -> Nullable<Date>,
        limits -> Text,
        phone -> Text,
        enforcement -> Text,
        easy_language -> Text,
        sign_language -> Text,
    }
}

diesel::table! {
    declined_wishes (from_id, to_id) {
        from_id -> Text,
        to_id -> Text,
        declined_at -> Timestamp,
    }
}

diesel::table! {
    contact_offers (from_id, to_id) {
        event_id -> Text,
        from_id -> Text,
        to_id -> Text,
        given_at -> Timestamp,
    }
}

diesel::table! {
    proposals (id) {
        id -> Text,
        event_id -> Text,
        from_id -> Text,
        to_id -> Text,
        slot_id -> Text,
        message -> Text,
        state -> Text,
        terms -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        tell_at -> Nullable<Timestamp>,
        receipt_at -> Nullable<Timestamp>,
        instead_of -> Nullable<Text>,
    }
}

diesel::table! {
    meeting_reports (meeting_id, by_id, kind) {
        meeting_id -> Text,
        by_id -> Text,
        event_id -> Text,
        kind -> Text,
        reason -> Text,
        note -> Text,
        told -> Bool,
        created_at -> Timestamp,
    }
}

diesel::joinable!(round_settings -> events (event_id));
diesel::joinable!(waiting_list_rules -> events (event_id));
diesel::joinable!(event_trials -> events (event_id));
diesel::joinable!(seat_offers -> participants (participant_id));
diesel::joinable!(logins -> accounts (account_id));
diesel::joinable!(account_links -> accounts (account_id));
diesel::joinable!(acts -> events (event_id));
diesel::joinable!(act_rows -> acts (act_id));
diesel::joinable!(event_roles -> events (event_id));
diesel::joinable!(event_roles -> accounts (account_id));
diesel::joinable!(participant_types -> events (event_id));
diesel::joinable!(type_rules -> events (event_id));
diesel::joinable!(topics -> events (event_id));
diesel::joinable!(sessions -> events (event_id));
diesel::joinable!(meeting_blocks -> events (event_id));
diesel::joinable!(slots -> events (event_id));
diesel::joinable!(slots -> meeting_blocks (block_id));
diesel::joinable!(participants -> events (event_id));
diesel::joinable!(participants -> participant_types (type_id));
diesel::joinable!(registrations -> participants (participant_id));
diesel::joinable!(registrations -> events (event_id));
diesel::joinable!(questions -> events (event_id));
diesel::joinable!(question_choices -> questions (question_id));
diesel::joinable!(question_types -> questions (question_id));
diesel::joinable!(question_types -> participant_types (type_id));
diesel::joinable!(answers -> participants (participant_id));
diesel::joinable!(answers -> questions (question_id));
diesel::joinable!(interests -> participants (participant_id));
diesel::joinable!(interests -> topics (topic_id));
diesel::joinable!(attended_blocks -> participants (participant_id));
diesel::joinable!(attended_blocks -> meeting_blocks (block_id));
diesel::joinable!(attended_sessions -> participants (participant_id));
diesel::joinable!(attended_sessions -> sessions (session_id));
diesel::joinable!(session_types -> sessions (session_id));
diesel::joinable!(session_places -> participants (participant_id));
diesel::joinable!(wishes -> events (event_id));
diesel::joinable!(links -> participants (participant_id));
diesel::joinable!(registration_forms -> events (event_id));
diesel::joinable!(pair_rules -> events (event_id));
diesel::joinable!(pair_rules -> slots (slot_id));
diesel::joinable!(rounds -> events (event_id));
diesel::joinable!(round_meetings -> rounds (round_id));
diesel::joinable!(round_steps -> rounds (round_id));
diesel::joinable!(round_meetings -> slots (slot_id));
diesel::joinable!(meetings -> events (event_id));
diesel::joinable!(meetings -> rounds (round_id));
diesel::joinable!(meetings -> slots (slot_id));
diesel::joinable!(meeting_seats -> participants (participant_id));
diesel::joinable!(meeting_seats -> slots (slot_id));
diesel::joinable!(meeting_seats -> meetings (meeting_id));
diesel::joinable!(proposals -> events (event_id));
diesel::joinable!(proposals -> slots (slot_id));
diesel::joinable!(meeting_reports -> meetings (meeting_id));
diesel::joinable!(meeting_reports -> events (event_id));
diesel::joinable!(outbox -> events (event_id));
diesel::joinable!(outbox -> participants (participant_id));
diesel::joinable!(log -> events (event_id));
diesel::joinable!(import_layouts -> events (event_id));
diesel::joinable!(uploads -> events (event_id));
diesel::joinable!(event_pictures -> events (event_id));
diesel::joinable!(feeds -> participants (participant_id));
diesel::joinable!(consents -> participants (participant_id));
diesel::joinable!(accessibility_statements -> events (event_id));

diesel::table! {
    reminders (participant_id, kind, day) {
        participant_id -> Text,
        kind -> Text,
        day -> Date,
        outcome -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    unsubscribe_links (token_hash) {
        token_hash -> Text,
        participant_id -> Text,
        created_at -> Timestamp,
        series -> Text,
    }
}

diesel::table! {
    unsubscribed (participant_id, series) {
        participant_id -> Text,
        series -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    mailings (id) {
        id -> Text,
        event_id -> Text,
        state -> Text,
        people -> Text,
        subject -> Text,
        text -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        send_at -> Nullable<Timestamp>,
        started_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        nudge -> Nullable<Text>,
        nudge_days -> Nullable<Integer>,
    }
}

diesel::table! {
    nudges (event_id, kind, days) {
        event_id -> Text,
        kind -> Text,
        days -> Integer,
    }
}

diesel::table! {
    mailing_recipients (mailing_id, participant_id) {
        mailing_id -> Text,
        participant_id -> Text,
        outcome -> Text,
        mail_id -> Nullable<Text>,
    }
}

diesel::table! {
    participant_notes (id) {
        id -> Text,
        participant_id -> Text,
        account_id -> Text,
        text -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    check_ins (id) {
        id -> Text,
        participant_id -> Text,
        account_id -> Text,
        at -> Timestamp,
        undone_by -> Nullable<Text>,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    participant_tags (participant_id, tag) {
        participant_id -> Text,
        tag -> Text,
    }
}

diesel::table! {
    people_views (id) {
        id -> Text,
        event_id -> Text,
        name -> Text,
        people -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    directory_visits (participant_id) {
        participant_id -> Text,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    blocked_addresses (email_key) {
        email_key -> Text,
        reason -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    domain_alarms (domain) {
        domain -> Text,
        since -> Timestamp,
        last_at -> Timestamp,
        addresses -> Integer,
        reason -> Text,
    }
}

diesel::table! {
    scheduled_backups (number) {
        number -> Integer,
        state -> Text,
        file -> Text,
        bytes -> BigInt,
        problem -> Text,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    restores (restored_at) {
        restored_at -> Timestamp,
        backup_at -> Timestamp,
        mails -> Text,
    }
}

diesel::table! {
    calendar_origins (event_id) {
        event_id -> Text,
        uid_host -> Text,
        organiser -> Text,
        declines -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    direct_messages (id) {
        id -> Text,
        event_id -> Text,
        from_id -> Text,
        to_id -> Text,
        kind -> Text,
        text -> Text,
        is_delivered -> Bool,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    muted_people (by_id, muted_id) {
        by_id -> Text,
        muted_id -> Text,
        event_id -> Text,
        muted_at -> Timestamp,
    }
}

diesel::table! {
    calendar_choices (participant_id) {
        participant_id -> Text,
        mode -> Text,
        alarm_minutes -> Integer,
        chosen_at -> Timestamp,
    }
}

diesel::table! {
    plan_news (participant_id) {
        participant_id -> Text,
        event_id -> Text,
        since -> Timestamp,
        due_at -> Timestamp,
        known -> Text,
        mails -> Text,
        because -> Text,
        told_before -> Nullable<Timestamp>,
    }
}

diesel::table! {
    calendar_entries (meeting_id, participant_id) {
        meeting_id -> Text,
        participant_id -> Text,
        event_id -> Text,
        answer -> Nullable<Text>,
        sequence -> Integer,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::joinable!(reminders -> participants (participant_id));
diesel::joinable!(calendar_choices -> participants (participant_id));
diesel::joinable!(unsubscribed -> participants (participant_id));
diesel::joinable!(mailing_recipients -> participants (participant_id));
diesel::joinable!(participant_tags -> participants (participant_id));
diesel::joinable!(mailing_recipients -> mailings (mailing_id));

diesel::allow_tables_to_appear_in_same_query!(
    contact_offers,
    acts,
    act_rows,
    accounts,
    logins,
    account_links,
    half_logins,
    account_invitations,
    deactivated_accounts,
    known_browsers,
    second_factors,
    second_factor_offers,
    recovery_codes,
    second_factor_events,
    events,
    deletion_announcements,
    event_roles,
    participant_types,
    type_rules,
    topics,
    sessions,
    meeting_blocks,
    seat_offers,
    slots,
    round_settings,
    waiting_list_rules,
    network_keys,
    legal_notices,
    parting_mails,
    participants,
    registrations,
    questions,
    question_choices,
    question_types,
    answers,
    interests,
    attended_blocks,
    attended_sessions,
    session_types,
    event_tables,
    missing_tables,
    booths,
    booth_absences,
    session_invitations,
    language_rules,
    interpreters,
    interpreter_absences,
    session_places,
    wishes,
    links,
    registration_forms,
    pair_rules,
    rounds,
    round_meetings,
    round_steps,
    round_step_meetings,
    round_step_rules,
    meetings,
    meeting_seats,
    declined_wishes,
    proposals,
    meeting_reports,
    outbox,
    mail_pause,
    lapsed_links,
    link_requests,
    sent_forms,
    mail_requests,
    log,
    import_layouts,
    uploads,
    reminders,
    unsubscribe_links,
    unsubscribed,
    mailings,
    mailing_recipients,
    directory_visits,
    participant_notes,
    check_ins,
    participant_tags,
    people_views,
    blocked_addresses,
    domain_alarms,
    event_pictures,
    nudges,
    feeds,
    consents,
    consent_texts,
    accessibility_statements,
    event_trials,
    calendar_origins,
    calendar_entries,
    calendar_choices,
    plan_news,
    invitations,
    direct_messages,
    muted_people,
);
