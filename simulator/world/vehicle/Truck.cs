namespace SwapEdge.Simulator;

/// <summary>
/// A truck with one or more swap packs behind its cab, or a car with one below, and its driver: comes, stands,
/// prepares, waits, and leaves when it is told to. Its computers talk on the swap-pack bus while it is in the lane.
/// Vehicles follow one another in a lane: the next one takes over seats, locks and bus ends of the one that is gone.
/// </summary>
public sealed class Truck
{
    private const double AuxiliaryA = -12;

    /// <summary>Share of its voltage that the inverter's capacitors lose a second, through their resistor.</summary>
    private const double BusDischargePerSecond = 1.6;

    private readonly PackPosition[] _positions;
    private long _stageSinceMs;
    private bool _released;
    private long _releasedMs;

    /// <param name="plan">When it comes, and who it is.</param>
    /// <param name="positions">Its packs' places, position 1 first.</param>
    public Truck(TruckPlan plan, IReadOnlyList<PackPosition> positions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _positions = [.. positions];
    }

    /// <summary>Who is there, was there last, or is to come.</summary>
    public TruckPlan Plan { get; private set; }

    /// <summary>How many others were there before: what is wrong with one leaves with it.</summary>
    public int VisitsBefore { get; private set; }

    public string Vin => Plan.Vin;

    public string Tag => Plan.Tag;

    /// <summary>Somebody else is read in its place, by VIN or tag; null: it is.</summary>
    public string? ReadAs { get; set; }

    public IReadOnlyList<PackPosition> Positions => _positions;

    /// <summary>The position that the station means, from 1: its sensors and its pack's bus are switched to it.
    /// </summary>
    public int Meant { get; set; } = 1;

    public PackPosition Position => _positions[Math.Clamp(Meant, 1, _positions.Length) - 1];

    /// <summary>Of the position that is meant, like lock and connector.</summary>
    public Seat Seat => Position.Seat;

    public SwapLock Lock => Position.Lock;

    public Connector Connector => Position.Connector;

    public TruckStage Stage { get; private set; }

    /// <summary>When it came to this stage.</summary>
    public long StageSinceMs => _stageSinceMs;

    public bool Present => Stage is not (TruckStage.Away or TruckStage.Gone);

    public bool InPosition => Stage is TruckStage.Standing or TruckStage.Starting;

    public bool Still => Stage is TruckStage.Standing or TruckStage.Starting;

    public bool HandbrakeOn { get; private set; }

    public bool GearNeutral { get; private set; }

    /// <summary>Voltage outside the pack's main relays.</summary>
    public double BusVoltageV { get; private set; }

    public bool KeyOn { get; private set; } = true;

    /// <summary>The vehicle wants high voltage, once every pack is mated and locked; each BMS closes its relays for it.
    /// </summary>
    public bool WantsHighVoltage => KeyOn && Array.TrueForAll(_positions, static at =>
        at.Connector.Mated && at.Lock.Closed);

    /// <summary>What the driver does against the rules, while it lasts.</summary>
    public DriverMistake Mistake { get; set; }

    /// <summary>The relays of the packs on the vehicle are closed, whatever anybody wants.</summary>
    public bool RelaysStickClosed { get; set; }

    /// <summary>The driver drives off, told or not.</summary>
    public void Leave(long nowMs)
    {
        if (Present)
        {
            GearNeutral = false;
            HandbrakeOn = false;
            Enter(TruckStage.RollingOut, nowMs);
        }
    }

    /// <summary>Another vehicle rolls into the lane, which must be free, with packs for all positions.</summary>
    public void Come(TruckPlan plan, IReadOnlyList<Pack> packs, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(packs);
        if (packs.Count != Positions.Count)
        {
            throw new ArgumentException($"This lane takes vehicles with {Positions.Count} packs.", nameof(packs));
        }

        Plan = plan;
        VisitsBefore++;
        for (int place = 0; place < packs.Count; place++)
        {
            Positions[place].Renew(packs[place], plan.LockMoves);
        }

        HandbrakeOn = false;
        GearNeutral = false;
        KeyOn = true;
        Mistake = DriverMistake.None;
        RelaysStickClosed = false;
        ReadAs = null;
        BusVoltageV = 0;
        _released = false;
        Enter(TruckStage.RollingIn, nowMs);
    }

    /// <summary>The same truck comes again, once it is gone.</summary>
    public void Return(long nowMs)
    {
        if (Stage == TruckStage.Gone)
        {
            _released = false;
            Enter(TruckStage.RollingIn, nowMs);
        }
    }

    public void Advance(long nowMs, int milliseconds, bool releaseVehicle, double ambientC)
    {
        if (releaseVehicle != _released)
        {
            _released = releaseVehicle;
            _releasedMs = nowMs;
        }

        Drive(nowMs);
        Energise(milliseconds, ambientC);
    }

    private void Drive(long nowMs)
    {
        long inStage = nowMs - _stageSinceMs;
        switch (Stage)
        {
            case TruckStage.Away when nowMs >= Plan.ArrivesMs:
                Enter(TruckStage.RollingIn, nowMs);
                break;
            case TruckStage.RollingIn when inStage >= Plan.RollingInMs:
                Enter(TruckStage.Standing, nowMs);
                break;
            case TruckStage.Standing:
                Prepare(nowMs, inStage);
                break;
            case TruckStage.Starting when inStage >= Plan.StartingMs:
                GearNeutral = false;
                HandbrakeOn = false;
                Enter(TruckStage.RollingOut, nowMs);
                break;
            case TruckStage.RollingOut when inStage >= Plan.RollingOutMs:
                Enter(TruckStage.Gone, nowMs);
                break;
            default:
                break;
        }
    }

    private void Prepare(long nowMs, long inStage)
    {
        HandbrakeOn = inStage >= Plan.HandbrakeAfterMs && Mistake != DriverMistake.HandbrakeOff;
        GearNeutral = inStage >= Plan.NeutralAfterMs && Mistake != DriverMistake.GearIn;
        KeyOn = inStage < Plan.KeyOffAfterMs || Mistake == DriverMistake.KeyOn;
        if (_released && nowMs - _releasedMs >= Plan.StartsAfterMs)
        {
            KeyOn = true;
            Enter(TruckStage.Starting, nowMs);
        }
    }

    private void Energise(int milliseconds, double ambientC)
    {
        bool wants = WantsHighVoltage || RelaysStickClosed;
        double voltageV = 0;
        foreach (PackPosition at in _positions)
        {
            if (at.Seat.Pack is not { } pack)
            {
                continue;
            }

            pack.RelaysClosed = at.Connector.DischargeCircuit && wants;
            pack.Advance(milliseconds, pack.RelaysClosed ? AuxiliaryA / Positions.Count : 0, ambientC);
            voltageV = pack.RelaysClosed ? pack.VoltageV : voltageV;
        }

        BusVoltageV = voltageV > 0 ? voltageV
            : BusVoltageV - (BusVoltageV * BusDischargePerSecond * milliseconds / 1000);
    }

    private void Enter(TruckStage stage, long nowMs)
    {
        Stage = stage;
        _stageSinceMs = nowMs;
    }
}
