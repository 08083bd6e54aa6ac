namespace SwapEdge.Simulator;

/// <summary>
/// A truck with a swap pack behind its cab, and its driver: comes, stands, prepares, waits, and leaves when it is told
/// to. Its swap controller and its vehicle computer talk on the swap-pack bus while it is in the lane.
/// </summary>
public sealed class Truck
{
    private const double AuxiliaryA = -12;

    /// <summary>Share of its voltage that the inverter's capacitors lose a second, through their resistor.</summary>
    private const double BusDischargePerSecond = 1.6;

    private readonly TruckPlan _plan;
    private long _stageSinceMs;
    private bool _released;
    private long _releasedMs;

    public Truck(TruckPlan plan, Seat seat, SwapLock swapLock)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        Seat = seat;
        Lock = swapLock;
        Connector = new Connector(seat);
    }

    public string Vin => _plan.Vin;

    public string Tag => _plan.Tag;

    public Seat Seat { get; }

    public SwapLock Lock { get; }

    public Connector Connector { get; }

    public TruckStage Stage { get; private set; }

    public bool Present => Stage is not (TruckStage.Away or TruckStage.Gone);

    public bool InPosition => Stage is TruckStage.Standing or TruckStage.Starting;

    public bool Still => Stage is TruckStage.Standing or TruckStage.Starting;

    public bool HandbrakeOn { get; private set; }

    public bool GearNeutral { get; private set; }

    /// <summary>Voltage outside the pack's main relays.</summary>
    public double BusVoltageV { get; private set; }

    public bool KeyOn { get; private set; } = true;

    /// <summary>The vehicle wants high voltage; the BMS closes its relays for it when the connector is mated.</summary>
    public bool WantsHighVoltage => KeyOn && Connector.Mated && Lock.Closed;

    /// <summary>What the driver does against the rules, while it lasts.</summary>
    public DriverMistake Mistake { get; set; }

    /// <summary>The relays of the pack on the vehicle are closed, whatever anybody wants.</summary>
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
            case TruckStage.Away when nowMs >= _plan.ArrivesMs:
                Enter(TruckStage.RollingIn, nowMs);
                break;
            case TruckStage.RollingIn when inStage >= _plan.RollingInMs:
                Enter(TruckStage.Standing, nowMs);
                break;
            case TruckStage.Standing:
                Prepare(nowMs, inStage);
                break;
            case TruckStage.Starting when inStage >= _plan.StartingMs:
                GearNeutral = false;
                HandbrakeOn = false;
                Enter(TruckStage.RollingOut, nowMs);
                break;
            case TruckStage.RollingOut when inStage >= _plan.RollingOutMs:
                Enter(TruckStage.Gone, nowMs);
                break;
            default:
                break;
        }
    }

    private void Prepare(long nowMs, long inStage)
    {
        HandbrakeOn = inStage >= _plan.HandbrakeAfterMs && Mistake != DriverMistake.HandbrakeOff;
        GearNeutral = inStage >= _plan.NeutralAfterMs && Mistake != DriverMistake.GearIn;
        KeyOn = inStage < _plan.KeyOffAfterMs || Mistake == DriverMistake.KeyOn;
        if (_released && nowMs - _releasedMs >= _plan.StartsAfterMs)
        {
            KeyOn = true;
            Enter(TruckStage.Starting, nowMs);
        }
    }

    private void Energise(int milliseconds, double ambientC)
    {
        Pack? pack = Connector.DischargeCircuit ? Seat.Pack : null;
        if (pack is not null)
        {
            pack.RelaysClosed = WantsHighVoltage || RelaysStickClosed;
        }
        else if (Seat.Pack is { } unpowered)
        {
            unpowered.RelaysClosed = false;
        }

        if (pack is { RelaysClosed: true })
        {
            pack.Advance(milliseconds, AuxiliaryA, ambientC);
            BusVoltageV = pack.VoltageV;
        }
        else
        {
            BusVoltageV -= BusVoltageV * BusDischargePerSecond * milliseconds / 1000;
            Seat.Pack?.Advance(milliseconds, 0, ambientC);
        }
    }

    private void Enter(TruckStage stage, long nowMs)
    {
        Stage = stage;
        _stageSinceMs = nowMs;
    }
}
