using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>
/// The world's charger and the BMS of its pack, each on a bus of its own, and between them a cable that may change or
/// swallow a frame. What it lets pass is what a listener hears, so both sides answer to the fault as they would.
/// </summary>
internal sealed class ChargerScene
{
    public static readonly ChargerParameters QuickTest = ChargerParameters.Dc160 with { InsulationTestMs = 750 };

    private readonly Wire _chargerSide = new("charger side");
    private readonly Wire _packSide = new("pack side");
    private readonly WireEnd _fromCharger;
    private readonly WireEnd _fromPack;
    private readonly CanFrame _frame = new();

    public ChargerScene(double soc = 0.6, double temperatureC = 25, PackParameters? parameters = null)
    {
        Charger = new Charger(QuickTest, 1, _chargerSide.Connect("charger"));
        Bms = new ChargingBms(_packSide.Connect("pack"));
        _fromCharger = _chargerSide.Connect("cable");
        _fromPack = _packSide.Connect("cable");
        PackParameters made = parameters ?? PackParameters.TruckLfp;
        Pack = new Pack(PackIdentity.Numbered(1_234_567), made, soc, temperatureC, new Prng(7));
    }

    public Charger Charger { get; }

    public ChargingBms Bms { get; }

    public Pack Pack { get; }

    public TrafficLog Log { get; } = new();

    public long NowMs { get; private set; }

    public bool Permitted { get; set; } = true;

    /// <summary>Sees each frame, may change it, and says whether it passes.</summary>
    public Func<CanFrame, bool> Cable { get; set; } = static _ => true;

    /// <summary>Runs until the charger is in that stage, or the scene has failed.</summary>
    public ChargerScene Until(ChargingStage stage)
    {
        const int limitMs = 120_000;
        long end = NowMs + limitMs;
        while (Charger.Stage != stage)
        {
            Assert.True(NowMs < end, $"the charger is {Charger.Stage} and not {stage}");
            Step();
        }

        return this;
    }

    public ChargerScene Run(int milliseconds)
    {
        for (int passedMs = 0; passedMs < milliseconds; passedMs += World.StepMs)
        {
            Step();
        }

        return this;
    }

    /// <summary>To the pack, and to who listens.</summary>
    public void SendToPack(CanFrame frame)
    {
        Log.Add(NowMs, frame);
        _fromPack.Send(frame);
    }

    private void Step()
    {
        NowMs += World.StepMs;
        Charger.Advance(NowMs, World.StepMs, Permitted, Pack);
        Bms.Advance(NowMs, Pack);
        Pack.Advance(World.StepMs, Charger.CurrentA, 20);
        _chargerSide.Advance(NowMs);
        _packSide.Advance(NowMs);
        Pass(_fromCharger, _fromPack);
        Pass(_fromPack, _fromCharger);
    }

    private void Pass(WireEnd from, WireEnd to)
    {
        while (from.Receive(_frame))
        {
            if (Cable(_frame))
            {
                Log.Add(_frame.TimeMs, _frame);
                to.Send(_frame);
            }
        }
    }
}
