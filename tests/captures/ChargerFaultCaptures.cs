using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>Sessions in which a side falls silent or never moves on, and traffic that arrives damaged.</summary>
internal static class ChargerFaultCaptures
{
    private const string BmsPacket = "1CEB56F4#";

    public static TrafficLog BmsFallsSilent()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_650);
        scene.Bms.Silent = true;
        return scene.Until(ChargingStage.TimedOut).Run(1_500).Log;
    }

    public static TrafficLog ChargerFallsSilent()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_650);
        scene.Cable = static frame => J1939.Source(frame.Id) != ChargeMessages.ChargerAddress;
        return scene.Run(4_000).Log;
    }

    public static TrafficLog BcsStops()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_650);
        scene.Cable = static frame => J1939.Pgn(frame.Id) is not (Transport.ConnectionPgn or Transport.DataPgn);
        return scene.Run(7_000).Log;
    }

    /// <summary>Every BRM is acknowledged and every frame is on time, but after the first CRM only CHM comes.</summary>
    public static TrafficLog HandshakeStuckAtBrm()
    {
        ChargerScene scene = new();
        bool first = true;
        scene.Cable = frame =>
        {
            if (J1939.Pgn(frame.Id) != Crm.Pgn)
            {
                return true;
            }

            if (!first)
            {
                frame.Id = J1939.Id(Chm.Priority, Chm.Pgn, ChargeMessages.BmsAddress, ChargeMessages.ChargerAddress);
                frame.Length = Chm.Length;
                Chm.Version.WriteRaw(frame.Data, Chm.Version11);
            }

            first = false;
            return true;
        };
        return scene.Until(ChargingStage.Identification).Run(32_000).Log;
    }

    public static TrafficLog ChargerNeverReady()
    {
        ChargerScene scene = new()
        {
            Cable = static frame => J1939.Pgn(frame.Id) != Cro.Pgn || Cro.Readiness.Write(frame.Data, Cro.NotReady),
        };
        return scene.Until(ChargingStage.Readiness).Run(62_000).Log;
    }

    /// <summary>No BRM arrives: the charger reports it, is quiet for six seconds, and begins again twice.</summary>
    public static TrafficLog ThreeAttemptsFail()
    {
        ChargerScene scene = new();
        for (int attempt = 0; attempt < 3; attempt++)
        {
            scene.Permitted = true;
            scene.Cable = static frame => J1939.Source(frame.Id) != ChargeMessages.BmsAddress
                || J1939.Pgn(frame.Id) == Bhm.Pgn;
            scene.Run(World.StepMs).Until(ChargingStage.TimedOut).Run(600);
            scene.Permitted = false;
            scene.Cable = static _ => false;
            scene.Run(6_000);
        }

        return scene.Log;
    }

    /// <summary>An adapter that loses the fourth packet of a BRM; it came for the charger.</summary>
    public static TrafficLog PacketLost()
    {
        TrafficLog log = Charging();
        TrafficLog.Entry lost = log.First(BmsPacket + "04");
        return log.Without(entry => entry == lost);
    }

    public static TrafficLog PacketRepeated()
    {
        TrafficLog log = Charging();
        TrafficLog.Entry repeated = log.First(BmsPacket + "04");
        log.Add(repeated.TimeMs + 1, repeated.Text);
        return log;
    }

    /// <summary>The charger gives a BRM up after its third packet, and takes the next.</summary>
    public static TrafficLog SessionAborted()
    {
        ChargerScene scene = new();
        CanFrame abort = new();
        Assert.Null(FrameText.Parse("1CECF456#FF02FFFFFF000200", abort));
        bool aborted = false;
        scene.Cable = frame =>
        {
            bool passes = aborted || J1939.Pgn(frame.Id) != Transport.DataPgn || frame.Data[0] != 4;
            if (!passes)
            {
                aborted = true;
                scene.SendToPack(abort);
            }

            return passes;
        };
        return scene.Until(ChargingStage.Charging).Run(1_150).Log;
    }

    /// <summary>One request to send with nothing after it for four seconds.</summary>
    public static TrafficLog SessionNeverEnds()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_150);
        bool requested = false;
        scene.Cable = frame =>
        {
            bool passes = J1939.Pgn(frame.Id) != Transport.DataPgn
                && (J1939.Pgn(frame.Id) != Transport.ConnectionPgn || !requested);
            requested |= J1939.Pgn(frame.Id) == Transport.ConnectionPgn;
            return passes;
        };
        scene.Run(4_000);
        scene.Cable = static _ => true;
        return scene.Run(2_150).Log;
    }

    /// <summary>A meter and a gateway on the same bus, and an 11-bit frame.</summary>
    public static TrafficLog ForeignFrames()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(3_150);
        for (long timeMs = 100; timeMs < scene.NowMs; timeMs += 500)
        {
            scene.Log.Add(timeMs, "18FEF121#FFFFFF00FFFFFFFF");
            scene.Log.Add(timeMs + 3, "1812F430#2A00A00F0000FD");
            scene.Log.Add(timeMs + 5, "123#0102030405060708");
        }

        return scene.Log;
    }

    public static TrafficLog TornLines()
    {
        TrafficLog log = Charging();
        log.Replace(log.First("181056F4#", 4_000), "181056F4#5217820F0");
        log.Replace(log.First("1812F456#", 4_000), "1812F456");
        log.Replace(log.First("181056F4#", 4_100), "181056F4#5217Q20F02");
        log.Replace(log.First("1812F456#", 4_100), "812F456#2A00A00F0000FDFF");
        log.Replace(log.First("181056F4#", 4_200), "181056F4##05217820F02");
        log.Replace(log.First("1812F456#", 4_200), "1812F456#R8");
        log.Replace(log.First("181056F4#", 4_300), "20000008#0000000000000000");
        return log;
    }

    public static TrafficLog ShortAndLongFrames()
    {
        TrafficLog log = Charging();
        log.Replace(log.First("181056F4#", 4_000), "181056F4#5217820F");
        log.Replace(log.First("181056F4#", 4_100), "181056F4#5217820F02010203");
        log.Replace(log.First("181356F4#", 4_000), "181356F4#424B014A1B00");
        return log;
    }

    private static TrafficLog Charging() => new ChargerScene().Until(ChargingStage.Charging).Run(2_150).Log;
}
