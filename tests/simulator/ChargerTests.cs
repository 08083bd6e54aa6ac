using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class ChargerTests
{
    private readonly SwapBay _bay = new(1, new Seat("bay 1", 5.9, 0.95), ChargerParameters.Dc160);
    private readonly ChargeBus _listener = new();
    private readonly WireEnd _ear;
    private readonly CanFrame _frame = new();
    private readonly List<ChargeMessage> _order = [];
    private readonly List<string> _refused = [];
    private long _nowMs;

    public ChargerTests()
    {
        _ear = _bay.Bus.Connect("listener");
    }

    [Fact]
    public void A_whole_session_is_accepted_by_a_listener_with_no_frame_refused()
    {
        Put(0.93);
        Run(900_000, () => _bay.Charger.Stage == ChargingStage.Ended);
        Run(3_000);
        Assert.Empty(_refused);
        Assert.Equal(
            [
                ChargeMessage.Chm, ChargeMessage.Bhm, ChargeMessage.Crm, ChargeMessage.Brm, ChargeMessage.Bcp,
                ChargeMessage.Cts, ChargeMessage.Cml, ChargeMessage.Bro, ChargeMessage.Cro, ChargeMessage.Bcl,
                ChargeMessage.Bsm, ChargeMessage.Ccs, ChargeMessage.Bcs, ChargeMessage.Bst, ChargeMessage.Cst,
                ChargeMessage.Bsd, ChargeMessage.Csd,
            ],
            _order);
    }

    [Fact]
    public void A_charge_ends_full_with_its_energy_counted_and_the_contactor_open()
    {
        Pack pack = Put(0.90);
        Run(1_800_000, () => _bay.Charger.Stage == ChargingStage.Ended);
        Assert.InRange(pack.Soc, PackParameters.TruckLfp.FullSoc, 0.98);
        Assert.False(_bay.Charger.ContactorClosed);
        Assert.False(pack.RelaysClosed);
        Assert.InRange(_bay.Charger.EnergyWh, pack.TerminalEnergyJ / 3600 * 0.99, pack.TerminalEnergyJ / 3600 * 1.01);
        uint told = Csd.EnergyWh.Raw(_listener.Slot(ChargeMessage.Csd).Data);
        Assert.Equal((uint)Math.Round(_bay.Charger.EnergyWh / 100), told);
    }

    [Fact]
    public void Charging_follows_constant_current_and_stays_inside_the_packs_limits()
    {
        Pack pack = Put(0.5);
        double highestA = 0;
        double highestCellV = 0;
        for (int i = 0; i < 1_200; i++)
        {
            Run(100);
            highestA = Math.Max(highestA, pack.CurrentA);
            highestCellV = Math.Max(highestCellV, pack.HighestCellV);
        }

        Assert.InRange(highestA, 200, 250.001);
        Assert.InRange(highestCellV, 3.3, PackParameters.TruckLfp.CellLimitV);
    }

    [Fact]
    public void A_permit_taken_away_stops_the_current_within_100_ms_and_the_session_in_order()
    {
        Pack pack = Put(0.6);
        Run(60_000, () => pack.CurrentA > 150);
        _bay.ChargePermitted = false;
        Run(100);
        Assert.InRange(pack.CurrentA, 0, 5);
        Run(5_000, () => _bay.Charger.Stage == ChargingStage.Ended);
        Assert.Equal(1u, Cst.Manual.Raw(_listener.Slot(ChargeMessage.Cst).Data));
        Assert.Equal(1u, Bst.ChargerStopped.Raw(_listener.Slot(ChargeMessage.Bst).Data));
        Assert.False(_bay.Charger.ContactorClosed);
        Assert.Empty(_refused);
    }

    [Fact]
    public void A_permit_given_again_begins_a_new_session()
    {
        Put(0.6);
        Run(40_000, () => _bay.Charger.Stage == ChargingStage.Charging);
        _bay.ChargePermitted = false;
        Run(10_000, () => _bay.Charger.Stage == ChargingStage.Ended);
        _bay.ChargePermitted = true;
        Run(40_000, () => _bay.Charger.Stage == ChargingStage.Charging);
    }

    [Fact]
    public void A_permit_that_was_away_for_a_moment_begins_a_new_session_when_the_old_one_is_over()
    {
        Pack pack = Put(0.6);
        Run(40_000, () => pack.CurrentA > 150);
        _bay.ChargePermitted = false;
        Run(50);
        _bay.ChargePermitted = true;
        Run(10_000, () => _bay.Charger.Stage is ChargingStage.Ended or ChargingStage.Handshake);
        Run(40_000, () => pack.CurrentA > 150);
    }

    [Fact]
    public void Without_a_permit_nothing_is_said_on_the_bus()
    {
        Put(0.6);
        _bay.ChargePermitted = false;
        Run(20_000);
        Assert.Equal(0, _bay.Bus.Carried);
    }

    private Pack Put(double soc)
    {
        Pack pack = new(PackIdentity.Numbered(1_234_567), PackParameters.TruckLfp, soc, 25, new Prng(7));
        _bay.Seat.Pack = pack;
        _bay.ChargePermitted = true;
        return pack;
    }

    private void Run(int milliseconds) => Run(milliseconds, static () => false, mustEnd: false);

    private void Run(int milliseconds, Func<bool> done) => Run(milliseconds, done, mustEnd: true);

    private void Run(int milliseconds, Func<bool> done, bool mustEnd)
    {
        long end = _nowMs + milliseconds;
        bool ended = false;
        while (_nowMs < end && !ended)
        {
            _nowMs += World.StepMs;
            _bay.Advance(_nowMs, World.StepMs, 20);
            Listen();
            ended = done();
        }

        Assert.True(ended || !mustEnd, "did not happen in time");
    }

    private void Listen()
    {
        while (_ear.Receive(_frame))
        {
            DecodeResult result = _listener.Accept(_frame);
            if (result is not (DecodeResult.Ok or DecodeResult.Pending))
            {
                _refused.Add($"{result} {FrameText.Format(_frame)}");
            }

            if (_listener.Completed != ChargeMessage.None && !_order.Contains(_listener.Completed))
            {
                _order.Add(_listener.Completed);
            }
        }

        _listener.Poll(_nowMs);
    }
}
