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
        [ChargeMessage.Bmv] = new(typeof(ChargeMessages), "BMV", "cell voltages"),
        [ChargeMessage.Bmt] = new(typeof(ChargeMessages), "BMT", "cell temperatures"),
        [ChargeMessage.Bsp] = new(typeof(ChargeMessages), "BSP", "reserved list"),
        [ChargeMessage.Bst] = new(typeof(Bst), "BST", "BMS stops charging"),
        [ChargeMessage.Cst] = new(typeof(Cst), "CST", "charger stops charging"),
        [ChargeMessage.Bsd] = new(typeof(Bsd), "BSD", "statistics of the pack"),
        [ChargeMessage.Csd] = new(typeof(Csd), "CSD", "statistics of the charger"),
        [ChargeMessage.Bem] = new(typeof(Bem), "BEM", "what the BMS waited for"),
        [ChargeMessage.Cem] = new(typeof(Cem), "CEM", "what the charger waited for"),
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
    };

    private static readonly Dictionary<int, MessageForm> Link = new()
    {
        [BayStatusFrame.Pgn] = new(typeof(BayStatusFrame), "bay status", "one bay, as its node knows it"),
        [BayRequestFrame.Pgn] = new(typeof(BayRequestFrame), "bay request", "a lane asks for a bay"),
        [BayGrantFrame.Pgn] = new(typeof(BayGrantFrame), "bay grant", "a bay answers a lane"),
        [LanePhaseFrame.Pgn] = new(typeof(LanePhaseFrame), "lane phase", "where a lane stands in its swap"),
    };

    public static MessageForm Of(ChargeMessage message) => Charge[message];

    public static MessageForm Of(SwapPackMessage message) => SwapPack[message];

    /// <summary>Form of a station-link message, or null.</summary>
    public static MessageForm? OfLink(int pgn) => Link.GetValueOrDefault(pgn);

    private static MessageForm CodePart(int part) => new(
        typeof(CodeText), Invariant($"CODE{part}"), Invariant($"pack code, part {part}"),
        ("Text", PackCode.TextOffset, PackCode.PartLength));

    /// <summary>Later parts of a pack code: a checksum and text, no other signal.</summary>
    private static class CodeText
    {
        public static readonly Signal Checksum = new(0, 8, Order.Intel, false, 1, 0);
    }
}
