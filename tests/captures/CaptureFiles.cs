namespace SwapEdge.Tests.Captures;

/// <summary>Every capture of this folder by its name, and how it is made.</summary>
internal static class CaptureFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "captures");

    public static IReadOnlyDictionary<string, Func<TrafficLog>> All { get; } =
        new SortedDictionary<string, Func<TrafficLog>>(StringComparer.Ordinal)
        {
            ["gbt27930_bcs_stops_while_bcl_goes_on"] = ChargerFaultCaptures.BcsStops,
            ["gbt27930_bms_falls_silent_while_charging"] = ChargerFaultCaptures.BmsFallsSilent,
            ["gbt27930_ccs_every_69_ms_raises_nothing"] = ChargerCaptures.CcsEvery69Ms,
            ["gbt27930_cell_voltage_high"] = ChargerCaptures.CellVoltageHigh,
            ["gbt27930_charger_falls_silent_while_charging"] = ChargerFaultCaptures.ChargerFallsSilent,
            ["gbt27930_charger_never_ready"] = ChargerFaultCaptures.ChargerNeverReady,
            ["gbt27930_charger_pauses_and_goes_on"] = ChargerCaptures.ChargerPausesAndGoesOn,
            ["gbt27930_charges_and_ends_at_target"] = ChargerCaptures.ChargesAndEndsAtTarget,
            ["gbt27930_cold_pack_pauses_and_raises_nothing"] = ChargerCaptures.ColdPackPauses,
            ["gbt27930_emergency_stop"] = ChargerCaptures.EmergencyStop,
            ["gbt27930_every_frame_padded_to_8_bytes"] = ChargerCaptures.EveryFramePadded,
            ["gbt27930_foreign_frames_left_alone"] = ChargerFaultCaptures.ForeignFrames,
            ["gbt27930_handshake_stuck_at_brm"] = ChargerFaultCaptures.HandshakeStuckAtBrm,
            ["gbt27930_insulation_abnormal"] = ChargerCaptures.InsulationAbnormal,
            ["gbt27930_lengths_of_2011"] = ChargerCaptures.LengthsOf2011,
            ["gbt27930_listener_starts_in_the_middle"] = ChargerCaptures.ListenerStartsInTheMiddle,
            ["gbt27930_over_temperature"] = ChargerCaptures.OverTemperature,
            ["gbt27930_short_and_long_frames_refused"] = ChargerFaultCaptures.ShortAndLongFrames,
            ["gbt27930_stopped_by_hand_and_charged_again"] = ChargerCaptures.StoppedByHandAndChargedAgain,
            ["gbt27930_three_attempts_fail"] = ChargerFaultCaptures.ThreeAttemptsFail,
            ["gbt27930_torn_lines_refused"] = ChargerFaultCaptures.TornLines,
            ["gbt27930_transport_packet_lost"] = ChargerFaultCaptures.PacketLost,
            ["gbt27930_transport_packet_repeated"] = ChargerFaultCaptures.PacketRepeated,
            ["gbt27930_transport_session_aborted"] = ChargerFaultCaptures.SessionAborted,
            ["gbt27930_transport_session_never_ends"] = ChargerFaultCaptures.SessionNeverEnds,
            ["gbt27930_untrusted_bits_raise_nothing"] = ChargerCaptures.UntrustedBits,
            ["stationlink_bay_node_falls_silent"] = StationLinkCaptures.BayNodeFallsSilent,
            ["stationlink_lane_reserves_bays"] = StationLinkCaptures.LaneReservesBays,
            ["stationlink_short_frames_refused"] = StationLinkCaptures.ShortFrames,
            ["swappack_frozen_life_counter"] = SwapPackCaptures.FrozenLifeCounter,
            ["swappack_life_counter_marked_invalid"] = SwapPackCaptures.LifeCounterMarkedInvalid,
            ["swappack_lock_opens_and_closes"] = SwapPackCaptures.LockOpensAndCloses,
            ["swappack_lock_stops_between_its_ends"] = SwapPackCaptures.LockStopsBetweenItsEnds,
            ["swappack_missed_periods"] = SwapPackCaptures.MissedPeriods,
            ["swappack_pack_is_changed"] = SwapPackCaptures.PackIsChanged,
            ["swappack_truck_prepares"] = SwapPackCaptures.TruckPrepares,
            ["swappack_wrong_checksum"] = SwapPackCaptures.WrongChecksum,
        };

    public static string PathOf(string name) => Path.Combine(Folder, name + ".log");
}
