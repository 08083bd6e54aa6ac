namespace SwapEdge.Simulator;

/// <summary>
/// A swap pack: charge, voltage and heat from an equivalent circuit (rest voltage, ohmic and two polarisation
/// resistances) and one thermal mass; its extreme cells differ from the mean by a spread, it ages, and one of its cells
/// may run away. Current is positive when it charges.
/// </summary>
/// <remarks>
/// Calls of <see cref="Advance"/> are gathered and reckoned with a tenth of a second at a time, at rest with a second:
/// charge and heat do not change in milliseconds. The same calls give the same bits.
/// </remarks>
public sealed class Pack
{
    private const int GrainMs = 100;
    private const int RestGrainMs = 1_000;
    private const double AtRestV = 0.01;

    /// <summary>How long its probes take to part under load.</summary>
    private const double ProbeSeconds = 180;

    private readonly double _spreadFactor;
    private readonly double _probeFactor;
    private readonly HotSpot _spot;
    private readonly PackWear _wear;
    private int _pendingMs;
    private double _pendingAms;
    private double _cellA;
    private double _pendingCellAms;
    private int _alarmLevel;
    private bool _smokes;
    private double _insulationKohm;
    private double _fastV;
    private double _slowV;
    private double _loadK;
    private double _factor;
    private double _limitA;
    private double _spreadV;

    /// <param name="identity">Its code.</param>
    /// <param name="parameters">What it is made of.</param>
    /// <param name="soc">Charge, 0 to 1.</param>
    /// <param name="temperatureC">Of its cells.</param>
    /// <param name="random">What is its own by chance.</param>
    /// <param name="health">What it holds against new; null: by chance.</param>
    public Pack(
        PackIdentity identity,
        PackParameters parameters,
        double soc,
        double temperatureC,
        Prng random,
        double? health = null)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        Identity = identity;
        Parameters = parameters;
        Soc = soc;
        TemperatureC = temperatureC;
        double drawn = random.Between(0.93, 0.99);
        _wear = new PackWear(parameters.Ageing, health ?? drawn, random.Between(150, 900));
        _insulationKohm = random.Between(2500, 6000);
        _spreadFactor = random.Between(0.75, 1.75);
        _probeFactor = random.Between(0.6, 1.6);
        MostA = Math.Max(parameters.ChargeLimitA.At(25), 1);
        _spot = new HotSpot(parameters.Runaway, parameters.HeatCapacityJPerK);
        LookUp();
    }

    /// <summary>Its code may be overwritten: somebody has changed its BMS.</summary>
    public PackIdentity Identity { get; set; }

    public PackParameters Parameters { get; }

    /// <summary>Charge from 0 to 1 of what the pack holds today.</summary>
    public double Soc { get; private set; }

    /// <summary>What the pack holds today against new.</summary>
    public double Health => 1 - _wear.Lost;

    /// <summary>Full cycles in its life.</summary>
    public int Cycles => (int)_wear.Cycles;

    /// <summary>Mean of its cells.</summary>
    public double TemperatureC { get; private set; }

    public double CurrentA { get; private set; }

    public int InsulationKohm
    {
        get => (int)_insulationKohm;
        set => _insulationKohm = value;
    }

    /// <summary>Time in which salt and damp halve its insulation; 0 while they do not.</summary>
    public double InsulationHalvesMs { get; set; }

    /// <summary>Where that ends.</summary>
    public double InsulationLeastKohm { get; set; }

    /// <summary>Highest alarm that its BMS reports on the vehicle's bus: 0 none, 3 severe.</summary>
    public int AlarmLevel
    {
        get => Vents ? 3 : _alarmLevel;
        set => _alarmLevel = value;
    }

    /// <summary>Its BMS says that it smells smoke.</summary>
    public bool ReportsSmoke
    {
        get => _smokes || Vents;
        set => _smokes = value;
    }

    /// <summary>A cell has vented: what stands around the pack smells it.</summary>
    public bool Vents => _spot.Vented;

    /// <summary>Its BMS says that a main relay is welded.</summary>
    public bool ReportsWelded { get; set; }

    /// <summary>Main relays towards the vehicle or the charger.</summary>
    public bool RelaysClosed { get; set; }

    /// <summary>Its BMS wants it warmer before it takes a charge, and has its heater take current from the charger.
    /// </summary>
    public bool Heats { get; private set; }

    /// <summary>Energy through the terminals since start, charging positive.</summary>
    public double TerminalEnergyJ { get; private set; }

    /// <summary>Energy put into (positive) or taken from the cells' chemistry since start.</summary>
    public double StoredEnergyJ { get; private set; }

    /// <summary>Heat that current made inside since start.</summary>
    public double HeatJ { get; private set; }

    /// <summary>Heat of its heater since start.</summary>
    public double WarmedJ { get; private set; }

    /// <summary>Heat lost to air and coolant since start; below zero when they warmed the pack.</summary>
    public double LostJ { get; private set; }

    /// <summary>Heat of a short inside and of the reactions after it.</summary>
    public double RunawayJ => _spot.HeatJ;

    public double CapacityAh => Parameters.CapacityAh * Health;

    public double RestVoltageV { get; private set; }

    public double VoltageV => RestVoltageV + (_cellA * OhmicOhm) + _fastV + _slowV;

    /// <summary>What a step of current meets at once.</summary>
    public double OhmicOhm => Parameters.OhmicPerCellOhm * _factor;

    public double HighestCellV => (VoltageV / LivingCells) + _spreadV;

    /// <summary>A cell that has vented shows nothing.</summary>
    public double LowestCellV => Vents ? 0 : (VoltageV / LivingCells) - _spreadV - WeakCellV;

    /// <summary>How far its weakest cell is below the others, beyond what is usual.</summary>
    public double WeakCellV { get; set; }

    public double HighestTemperatureC => Math.Max(
        TemperatureC + ProbeSpreadK, _spot.Active ? _spot.TemperatureC : double.MinValue);

    public double LowestTemperatureC => TemperatureC - ProbeSpreadK;

    /// <summary>What the BMS lets into the cells now, in amperes.</summary>
    public double ChargeLimitA => _limitA;

    /// <summary>The largest charge current of all.</summary>
    public double MostA { get; }

    /// <summary>What its heater takes from a charger.</summary>
    /// <remarks>While the cells may take nothing, the heater takes all of it.</remarks>
    public double HeaterA => Heats ? Parameters.HeaterW / VoltageV : 0;

    private double ProbeSpreadK => (Parameters.TemperatureSpreadK * _probeFactor) + _loadK;

    private int LivingCells => Parameters.Cells - (Vents ? 1 : 0);

    /// <summary>The current at which the terminals show <paramref name="voltageV"/> at this moment.</summary>
    public double CurrentAtVoltage(double voltageV) =>
        ((voltageV - RestVoltageV - _fastV - _slowV) / OhmicOhm) + HeaterA;

    /// <summary>A short inside heats one cell to a temperature in so long; what then happens is the cell's own doing.
    /// </summary>
    public void HeatCell(double toC, int overMs) => _spot.Heat(TemperatureC, toC, overMs);

    /// <summary>Lets time pass, at most a second or so a call, with a constant current.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <param name="currentA">Charging positive; none flows while the relays are open.</param>
    /// <param name="ambientC">Of the air.</param>
    public void Advance(int milliseconds, double currentA, double ambientC)
    {
        CurrentA = RelaysClosed ? currentA : 0;
        _cellA = CurrentA <= 0 || !Heats ? CurrentA : _limitA > 0 ? Math.Max(CurrentA - HeaterA, 0) : 0;
        _pendingMs += milliseconds;
        _pendingAms += CurrentA * milliseconds;
        _pendingCellAms += _cellA * milliseconds;
        if (_pendingMs >= RestGrainMs || (_pendingMs >= GrainMs && !Quiet))
        {
            Reckon(ambientC);
        }
    }

    private bool Quiet => _pendingAms == 0 && !_spot.Active && Math.Abs(_fastV) < AtRestV;

    private void Reckon(double ambientC)
    {
        double seconds = _pendingMs / 1000.0;
        double currentA = _pendingCellAms / _pendingMs;
        double warmedJ = (RestVoltageV + _fastV + _slowV) * (_pendingAms - _pendingCellAms) / 1000;
        double fastOhm = Parameters.FastPerCellOhm * _factor;
        double slowOhm = Parameters.SlowPerCellOhm * _factor;
        double ohmicJ = currentA * currentA * OhmicOhm * seconds;
        double heatJ = ohmicJ + (((_fastV * _fastV / fastOhm) + (_slowV * _slowV / slowOhm)) * seconds);
        TerminalEnergyJ += ((RestVoltageV + _fastV + _slowV) * currentA * seconds) + ohmicJ + warmedJ;
        StoredEnergyJ += RestVoltageV * currentA * seconds;
        HeatJ += heatJ;
        _fastV += ((currentA * fastOhm) - _fastV) * seconds / Parameters.FastSeconds;
        _slowV += ((currentA * slowOhm) - _slowV) * seconds / Parameters.SlowSeconds;
        double cycles = Math.Abs(currentA) * seconds / 3600 / (2 * CapacityAh);
        Soc = Math.Clamp(Soc + (currentA * seconds / 3600 / CapacityAh), 0, 1);
        _wear.Advance(seconds, cycles, TemperatureC);
        WarmedJ += warmedJ;
        Warm(seconds, heatJ + warmedJ, ambientC);
        double loadK = Parameters.TemperatureSpreadLoadK * Math.Abs(currentA) / MostA;
        _loadK += (loadK - _loadK) * seconds / ProbeSeconds;
        Leak();
        _pendingMs = 0;
        _pendingAms = 0;
        _pendingCellAms = 0;
        LookUp();
    }

    private void Warm(double seconds, double heatJ, double ambientC)
    {
        bool cools = TemperatureC > Parameters.CoolingStartsC;
        double lossWPerK = Parameters.LossWPerK + (cools ? Parameters.CoolingWPerK : 0);
        double lostJ = lossWPerK * (TemperatureC - ambientC) * seconds;
        double spotJ = _spot.Active ? _spot.Advance(seconds, TemperatureC) : 0;
        LostJ += lostJ;
        TemperatureC += (heatJ + spotJ - lostJ) / Parameters.HeatCapacityJPerK;
    }

    private void Leak()
    {
        if (InsulationHalvesMs > 0 && _insulationKohm > InsulationLeastKohm)
        {
            // The half-life's slope: half of a per cent off in a tenth of it.
            const double Ln2 = 0.693147180559945;
            _insulationKohm = Math.Max(
                _insulationKohm * (1 - (Ln2 * _pendingMs / InsulationHalvesMs)), InsulationLeastKohm);
        }
    }

    /// <summary>What stays as it is until the next reckoning.</summary>
    private void LookUp()
    {
        _factor = Parameters.Cells * Parameters.ResistanceFactor.At(TemperatureC)
            * (1 + (Parameters.Ageing.ResistanceGrowth * _wear.Lost));
        RestVoltageV = LivingCells * Parameters.OpenCircuitV.At(Soc);
        _spreadV = Parameters.VoltageSpreadV * _spreadFactor * Parameters.SpreadByCharge.At(Soc)
            * (1 + (Parameters.SpreadByAgeing * _wear.Lost));
        Heats = Parameters.HeaterW > 0
            && LowestTemperatureC < (Heats ? Parameters.HeaterEndsC : Parameters.HeaterStartsC);
        _limitA = Math.Min(
            Math.Min(Parameters.ChargeLimitA.At(LowestTemperatureC), Parameters.ChargeLimitA.At(HighestTemperatureC)),
            Parameters.ChargeLimitBySocA.At(Soc));
    }
}
