using static SwapEdge.Protocol.Signal;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The form of every message that the protocol knows.</summary>
public static class MessageForms
{
    private static readonly Dictionary<ChargeMessage, MessageForm> Charge = new()
    {
        [ChargeMessage.Chm] = new(typeof(Chm), "CHM", "charger handshake"),
        [ChargeMessage.Bhm] = new(typeof(Bhm), "BHM", "BMS handshake"),
        [ChargeMessage.Crm] = new(
            typeof(Crm), "CRM", "charger identification", ("Area", Crm.AreaOffset, Crm.AreaLength)),
        [ChargeMessage.Brm] = new(
            typeof(Brm), "BRM", "BMS and vehicle identification",
            ("Maker", Brm.MakerOffset, Brm.MakerLength), ("Vin", Brm.VinOffset, Brm.VinLength)),
        [ChargeMessage.Bcp] = new(typeof(Bcp), "BCP", "charging parameters of the pack"),
        [ChargeMessage.Cts] = new(typeof(Cts), "CTS", "time of the charger"),
        [ChargeMessage.Cml] = new(typeof(Cml), "CML", "limits of the charger"),
        [ChargeMessage.Bro] = new(typeof(Bro), "BRO", "BMS ready"),
        [ChargeMessage.Cro] = new(typeof(Cro), "CRO", "charger ready"),
        [ChargeMessage.Bcl] = new(typeof(Bcl), "BCL", "charging demand"),
        [ChargeMessage.Bcs] = new(typeof(Bcs), "BCS", "charging as the BMS measures it"),
        [ChargeMessage.Ccs] = new(typeof(Ccs), "CCS", "output of the charger"),
        [ChargeMessage.Bsm] = new(typeof(Bsm), "BSM", "state of the pack"),
        [ChargeMessage.Bmv] = new(typeof(Bmv), "BMV", "cell voltages"),
        [ChargeMessage.Bmt] = new(typeof(Bmt), "BMT", "cell temperatures"),
        [ChargeMessage.Bsp] = new(typeof(Bsp), "BSP", "reserved list"),
        [ChargeMessage.Bst] = new(typeof(Bst), "BST", "BMS stops charging"),
        [ChargeMessage.Cst] = new(typeof(Cst), "CST", "charger stops charging"),
        [ChargeMessage.Bsd] = new(typeof(Bsd), "BSD", "statistics of the pack"),
        [ChargeMessage.Csd] = new(typeof(Csd), "CSD", "statistics of the charger"),
        [ChargeMessage.Bem] = new(typeof(Bem), "BEM", "what the BMS waited for"),
        [ChargeMessage.Cem] = new(typeof(Cem), "CEM", "what the charger waited for"),
        [ChargeMessage.Cfc] = new(typeof(Cfc), "CFC", "swap dialect: offset of the currents"),
    };

    private static readonly Dictionary<SwapPackMessage, MessageForm> SwapPack = new()
    {
        [SwapPackMessage.Lock] = new(typeof(LockFrame), "P2B", "lock and connector of the vehicle"),
        [SwapPackMessage.Vin] = new(
            typeof(VinFrame), "VIN", "vehicle identification, one of three parts",
            ("Text", VinFrame.TextOffset, VinFrame.PartLength)),
        [SwapPackMessage.St0] = new(typeof(PackSt0), "ST0", "relays of the pack"),
        [SwapPackMessage.St1] = new(typeof(PackSt1), "ST1", "working state and alarms of the pack"),
        [SwapPackMessage.St2] = new(typeof(PackSt2), "ST2", "charge, health and current of the pack"),
        [SwapPackMessage.St3] = new(typeof(PackSt3), "ST3", "insulation and voltages of the pack"),
        [SwapPackMessage.St4] = new(typeof(PackSt4), "ST4", "temperatures of the pack"),
        [SwapPackMessage.PackCode1] = new(
            typeof(PackCode), "CODE1", "pack code, part 1",
            ("Text", PackCode.FirstTextOffset, PackCode.FirstPartLength)),
        [SwapPackMessage.PackCode2] = CodePart(2),
        [SwapPackMessage.PackCode3] = CodePart(3),
        [SwapPackMessage.PackCode4] = CodePart(4),
        [SwapPackMessage.Command] = new(typeof(VehicleCommand), "CMD", "what the vehicle commands the pack"),
        [SwapPackMessage.Bmu] = new(typeof(PackBmu), "BMU", "requests, true charge and health of the pack"),
        [SwapPackMessage.St5] = new(typeof(PackSt5), "ST5", "highest cell voltage of the pack"),
        [SwapPackMessage.St6] = new(typeof(PackSt6), "ST6", "lowest cell voltage, relay temperatures"),
        [SwapPackMessage.St7] = new(typeof(PackSt7), "ST7", "temperatures of the charge connectors"),
        [SwapPackMessage.St8] = new(
            typeof(PackSt8), "ST8", "versions of the pack, by kind", ("Text", PackSt8.TextOffset, PackSt8.TextLength)),
        [SwapPackMessage.St11] = new(typeof(PackSt11), "ST11", "branch currents of the pack"),
        [SwapPackMessage.St12] = new(typeof(PackSt12), "ST12", "cooling water, two packs a frame"),
        [SwapPackMessage.St14] = new(typeof(PackSt14), "ST14", "second relays, supply, charge permission"),
        [SwapPackMessage.St15] = new(typeof(PackSt15), "ST15", "insulation monitor, terminals, connectors"),
        [SwapPackMessage.Cells1] = new(typeof(CellVoltages), "UCELL", "three cell voltages of a board"),
        [SwapPackMessage.Cells2] = new(typeof(CellVoltages), "UCELL1", "three cell voltages of a board"),
        [SwapPackMessage.Temperatures] = new(typeof(CellTemperatures), "TEMP", "six temperatures of a board"),
        [SwapPackMessage.Info2] = new(typeof(PackInfo2), "INFO2", "voltages of three parallel units"),
        [SwapPackMessage.Info3] = new(typeof(PackInfo3), "INFO3", "five temperatures of a pack"),
        [SwapPackMessage.Info4] = new(typeof(PackInfo4), "INFO4", "voltage and current of a pack"),
        [SwapPackMessage.Battery1] = new(typeof(BatteryInfo1), "BATT1", "rated values of the battery"),
        [SwapPackMessage.Battery2] = new(typeof(BatteryInfo2), "BATT2", "counts and cell limits of the battery"),
        [SwapPackMessage.Energy1] = new(typeof(Energy1), "EGY1", "energy of the pack"),
        [SwapPackMessage.Energy2] = new(typeof(Energy2), "EGY2", "regenerated and swap energy"),
        [SwapPackMessage.Energy3] = new(typeof(Energy3), "EGY3", "energy by plug, usable energy"),
        [SwapPackMessage.Energy4] = new(typeof(Energy4), "EGY4", "energy of the pack, 32 bits"),
        [SwapPackMessage.Energy5] = new(typeof(Energy5), "EGY5", "regenerated and swap energy, 32 bits"),
        [SwapPackMessage.Energy6] = new(typeof(Energy6), "EGY6", "energy by plug, 32 bits"),
        [SwapPackMessage.Energy7] = new(typeof(Energy7), "EGY7", "time left and number of charges"),
        [SwapPackMessage.Energy8] = new(typeof(Energy8), "EGY8", "capacity of the pack, 32 bits"),
        [SwapPackMessage.Energy9] = new(typeof(Energy9), "EGY9", "regenerated and swap capacity, 32 bits"),
        [SwapPackMessage.Energy10] = new(typeof(Energy10), "EGY10", "capacity by plug, 32 bits"),
        [SwapPackMessage.Fault] = new(typeof(PackFault), "FAULT", "faults of the pack in three levels"),
        [SwapPackMessage.ThermalRequest] = new(typeof(ThermalRequest), "B2T", "the pack asks its thermal system"),
        [SwapPackMessage.ThermalAnswer] = new(typeof(ThermalAnswer), "T2B", "the thermal system answers"),
        [SwapPackMessage.AuthorisationRequest] = new(
            typeof(AuthorisationRequest), "AUTHREQ", "the pack asks to be authorised"),
        [SwapPackMessage.AuthorisationText] = new(typeof(AuthorisationText), "AUTHTEXT", "cipher text for the pack"),
        [SwapPackMessage.AuthorisationSerial] = new(
            typeof(AuthorisationSerial), "AUTHSER", "serial number that is authorised"),
        [SwapPackMessage.AuthorisationReply] = new(
            typeof(AuthorisationReply), "AUTHREP", "authorisation and limits of the pack"),
        [SwapPackMessage.ConnectorTemperatures] = new(
            typeof(ConnectorTemperatures), "CONTEMP", "temperatures of the swap connector"),
    };

    private static readonly Dictionary<int, MessageForm> Link = new()
    {
        [BayStatusFrame.Pgn] = new(typeof(BayStatusFrame), "bay status", "one bay, as its node knows it"),
        [BayRequestFrame.Pgn] = new(typeof(BayRequestFrame), "bay request", "a lane asks for a bay"),
        [BayGrantFrame.Pgn] = new(typeof(BayGrantFrame), "bay grant", "a bay answers a lane"),
        [LanePhaseFrame.Pgn] = new(typeof(LanePhaseFrame), "lane phase", "where a lane stands in its swap"),
        [BayPackFrame.Pgn] = new(typeof(BayPackFrame), "bay pack", "what a lane must know of the pack in a bay"),
        [PowerShareFrame.Pgn] = new(typeof(PowerShareFrame), "power share", "how much power a bay may draw"),
    };

    public static MessageForm Of(ChargeMessage message) =>
        Charge.TryGetValue(message, out MessageForm? form) ? form : Raw(ChargeMessages.Row(message));

    public static MessageForm Of(SwapPackMessage message) => SwapPack[message];

    /// <summary>Form of a station-link message, or null.</summary>
    public static MessageForm? OfLink(int pgn) => Link.GetValueOrDefault(pgn);

    /// <summary>A message that is recognised, and no more.</summary>
    private static MessageForm Raw(ChargeRow row) => Charge[row.Message] = new(
        typeof(ChargeRow), row.Name, row.FromEither ? "diagnostics, kept as it came" : "swap dialect, kept as it came");

    private static MessageForm CodePart(int part) => new(
        typeof(CodeText), Invariant($"CODE{part}"), Invariant($"pack code, part {part}"),
        ("Text", PackCode.TextOffset, PackCode.PartLength));

    /// <summary>Later parts of a pack code: a checksum and text, no other signal.</summary>
    private static class CodeText
    {
        public const long Checksum = 0 + 8 * Bits;
    }
}
