namespace SwapEdge.Tests.Captures;

/// <summary>The table, written by hand: what each capture shows, and that it shows nothing else.</summary>
internal static class CaptureExpectations
{
    private const string ToCharging = "handshake, identification, parameters, charging";
    private const string ToTheEnd = ToCharging + ", stopping, ended";

    private static readonly CaptureExpectation[] Sessions =
    [
        new("gbt27930_charges_and_ends_at_target")
        {
            Stages = ToTheEnd,
            Counts = ["BRM 1", "BCP 1"],
        },
        new("gbt27930_stopped_by_hand_and_charged_again")
        {
            Stages = "handshake, identification, parameters, charging, stopping, ended, handshake, "
                + "identification, parameters, charging",
            Counts = ["BRM 2"],
        },
        new("gbt27930_ccs_every_69_ms_raises_nothing")
        {
            Stages = ToCharging,
            Counts = ["BCL 204", "CCS 148"],
        },
        new("gbt27930_every_frame_padded_to_8_bytes")
        {
            Stages = ToTheEnd,
            Counts = ["BRM 1"],
        },
        new("gbt27930_lengths_of_2011")
        {
            Stages = ToCharging,
            Counts = ["BRM 1", "CML 6", "CCS 64"],
        },
        new("gbt27930_charger_pauses_and_goes_on")
        {
            Stages = ToCharging,
        },
        new("gbt27930_cold_pack_pauses_and_raises_nothing")
        {
            Stages = ToCharging,
        },
        new("gbt27930_listener_starts_in_the_middle")
        {
            Stages = "charging",
        },
        new("gbt27930_untrusted_bits_raise_nothing")
        {
            Stages = ToCharging,
        },
        new("gbt27930_emergency_stop")
        {
            Stages = ToTheEnd,
            Warnings = ["3 emergency stop"],
        },
        new("gbt27930_insulation_abnormal")
        {
            Stages = ToTheEnd,
            Warnings = ["3 insulation abnormal", "2 stopped on fault: BMS insulation"],
        },
        new("gbt27930_over_temperature")
        {
            Stages = ToTheEnd,
            Warnings = ["3 over temperature: 45 °C", "2 stopped on fault: BMS pack hot"],
        },
        new("gbt27930_cell_voltage_high")
        {
            Stages = ToTheEnd,
            Warnings = ["3 cell voltage high", "2 stopped on fault: BMS voltage abnormal"],
        },
    ];

    private static readonly CaptureExpectation[] Faults =
    [
        new("gbt27930_bms_falls_silent_while_charging")
        {
            Stages = ToCharging + ", failed",
            Warnings =
            [
                "2 BCL missing",
                "2 BCS missing",
                "2 BSM missing",
                "2 charger reports timeout: charger missed BCS",
            ],
        },
        new("gbt27930_charger_falls_silent_while_charging")
        {
            Stages = ToCharging + ", failed",
            Warnings = ["2 BMS reports timeout: BMS missed CCS"],
            Refused = ["1 transport session aborted"],
        },
        new("gbt27930_bcs_stops_while_bcl_goes_on")
        {
            Stages = ToCharging,
            Warnings = ["2 BCS missing"],
        },
        new("gbt27930_handshake_stuck_at_brm")
        {
            Stages = "handshake, identification, handshake, identification",
            Warnings = ["2 CRM missing", "2 stage overdue: identification"],
            Counts = ["CRM 1"],
        },
        new("gbt27930_charger_never_ready")
        {
            Stages = "handshake, identification, parameters",
            Warnings = ["2 stage overdue: parameters"],
        },
        new("gbt27930_three_attempts_fail")
        {
            Stages = "handshake, identification, failed, handshake, identification, failed, handshake, "
                + "identification, failed",
            Warnings =
            [
                "2 charger reports timeout: charger missed BRM",
                "0 charger reports timeout",
                "2 charger reports timeout: charger missed BRM",
                "0 charger reports timeout",
                "2 charger reports timeout: charger missed BRM",
                "2 attempts exhausted: 3 attempts",
            ],
        },
        new("gbt27930_transport_packet_lost")
        {
            Stages = ToCharging,
            Refused = ["2 transport packet missing or out of its session"],
        },
        new("gbt27930_transport_packet_repeated")
        {
            Stages = ToCharging,
            Refused = ["1 transport packet repeated"],
            Counts = ["BRM 1"],
        },
        new("gbt27930_transport_session_aborted")
        {
            Stages = ToCharging,
            Refused = ["1 transport session aborted"],
            Counts = ["BRM 1"],
        },
        new("gbt27930_transport_session_never_ends")
        {
            Stages = ToCharging,
            Refused = ["1 transport session aborted", "1 transport session that never ended"],
        },
        new("gbt27930_foreign_frames_left_alone")
        {
            Stages = ToCharging,
            Refused = ["26 between addresses that are not of this bus", "13 unknown identifier"],
        },
        new("gbt27930_torn_lines_refused")
        {
            Stages = ToCharging,
            Refused =
            [
                "1 CAN FD frame",
                "1 data is not hexadecimal",
                "1 error frame",
                "1 identifier of 7 digits (3 or 8 expected)",
                "1 no '#' between identifier and data",
                "1 odd number of hex digits",
                "1 remote frame",
            ],
        },
        new("gbt27930_short_and_long_frames_refused")
        {
            Stages = ToCharging,
            Refused = ["1 too long for its message", "2 too short for its message"],
        },
    ];

    private static readonly CaptureExpectation[] OtherBuses =
    [
        new("swappack_truck_prepares")
        {
            Lock = "never received, counter unproven, locked",
            Stage1 = "never received, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
        },
        new("swappack_lock_opens_and_closes")
        {
            Lock = "never received, counter unproven, locked, neither, unlocked, neither, locked",
            Stage1 = "never received, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
        },
        new("swappack_lock_stops_between_its_ends")
        {
            Lock = "never received, counter unproven, locked, neither",
            Stage1 = "never received, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
        },
        new("swappack_pack_is_changed")
        {
            Lock = "never received, counter unproven, locked, locked and parted, locked",
            Stage1 = "never received, counter unproven, good, overdue, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567, 0SEPB28SWAPEDGF3C7654321",
        },
        new("swappack_frozen_life_counter")
        {
            Lock = "never received, counter unproven, locked, counter stopped",
            Stage1 = "never received, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
            Refused = ["37 life counter stands still"],
        },
        new("swappack_life_counter_marked_invalid")
        {
            Lock = "never received, counter unproven, locked",
            Stage1 = "never received, counter unproven, good, counter invalid",
            Codes = "0SEPB28SWAPEDGF3C1234567",
            Refused = ["15 life counter marked invalid"],
        },
        new("swappack_wrong_checksum")
        {
            Lock = "never received, counter unproven, locked",
            Stage1 = "never received, counter unproven, good, checksum, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
            Refused = ["6 wrong checksum"],
        },
        new("swappack_missed_periods")
        {
            Lock = "never received, counter unproven, locked, overdue, counter unproven, locked",
            Stage1 = "never received, counter unproven, good",
            Codes = "0SEPB28SWAPEDGF3C1234567",
            LostLocks = 10,
        },
        new("stationlink_lane_reserves_bays")
        {
            Counts = ["bay request 2", "bay grant 2"],
        },
        new("stationlink_bay_node_falls_silent")
        {
            SilentNodes = "92",
        },
        new("stationlink_short_frames_refused")
        {
            Refused = ["3 too short for its message"],
        },
    ];

    public static CaptureExpectation Of(string name) =>
        Sessions.Concat(Faults).Concat(OtherBuses).Single(row => row.Name == name);
}
