using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Packs;

/// <summary>
/// Plays charger and BMS into a monitor that is polled every 50 ms, as by a node: what is repeated is sent at its
/// period until it is left out again.
/// </summary>
internal sealed class ChargeTraffic
{
    public const string Chm = "1826F456#010100";
    public const string Bhm = "182756F4#8E17";
    public const string CrmNo = "1801F456#0001FFFFFFFFFFFF";
    public const string CrmYes = "1801F456#AA01FFFFFFFFFFFF";
    public const string Cts = "1807F456#36240816051520";
    public const string Cml = "1808F456#581BD007D80EA00F";
    public const string BroNo = "100956F4#00";
    public const string BroYes = "100956F4#AA";
    public const string CroYes = "100AF456#AA";
    public const string Bcl = "181056F4#5217820F02";
    public const string Ccs = "1812F456#2A00A00F0000FDFF";
    public const string Bsm = "181356F4#424B014A1B00D0";
    public const string Brm = "BRM";
    public const string Bcp = "BCP";
    public const string Bcs = "BCS";

    public static readonly (string Frame, int PeriodMs)[] Charging = [(Bcl, 50), (Ccs, 50), (Bsm, 250), (Bcs, 250)];

    public readonly PackMonitor Monitor = new();
    public readonly List<(PackWarning Warning, int Level, int Value)> Changes = [];
    public readonly List<ChargeStage> Stages = [];
    public long NowMs;

    public ChargeSession Session => Monitor.Session;

    public void Send(params string[] frames)
    {
        foreach (string frame in frames)
        {
            IEnumerable<CanFrame> parts = frame switch
            {
                Brm => Frames.Transported(0x0200, new byte[49], NowMs),
                Bcp => Frames.Transported(0x0600, Convert.FromHexString("9E01B80B4E008E176ECA032413"), NowMs),
                Bcs => Frames.Transported(0x1100, Convert.FromHexString("6B13820F8C11610A00"), NowMs),
                _ => [Frames.Parse(frame, NowMs)],
            };
            foreach (CanFrame part in parts)
            {
                Monitor.Accept(part);
                Note();
            }
        }
    }

    public void Run(int durationMs, params (string Frame, int PeriodMs)[] repeated)
    {
        for (int elapsedMs = 0; elapsedMs < durationMs; elapsedMs++)
        {
            foreach ((string frame, int periodMs) in repeated)
            {
                if (elapsedMs % periodMs == 0)
                {
                    Send(frame);
                }
            }

            if (NowMs % 50 == 0)
            {
                Poll();
            }

            NowMs++;
        }
    }

    public void Poll()
    {
        Monitor.Poll(NowMs);
        Note();
    }

    /// <summary>From the plug to the first second of charging.</summary>
    public void StartCharge()
    {
        Run(1_000, (Chm, 250), (Bhm, 250));
        Run(500, (CrmNo, 250), (Brm, 250));
        Send(CrmYes);
        Run(500, (Bcp, 500), (Cts, 500), (Cml, 250));
        Run(500, (Cml, 250), (BroNo, 250));
        Send(BroYes, CroYes);
        Run(1_000, Charging);
    }

    private void Note()
    {
        if (Stages.Count == 0 ? Session.Stage != ChargeStage.None : Stages[^1] != Session.Stage)
        {
            Stages.Add(Session.Stage);
        }

        var change = new PackWarningChange();
        while (Monitor.Warnings.Next(change))
        {
            Changes.Add((change.Warning, change.Level, change.Value));
        }
    }
}
