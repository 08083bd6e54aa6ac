namespace SwapEdge.Simulator;

/// <summary>
/// A swap pack: charge, voltage and heat from an equivalent circuit (rest voltage, ohmic and one polarisation
/// resistance) and one thermal mass; the extreme cells differ from the mean by a fixed spread. Current is positive when
/// it charges.
/// </summary>
public sealed class Pack
{
    private readonly double _cellSpreadV;
    private readonly double _probeSpreadC;
    private double _polarisationV;

    public Pack(PackIdentity identity, PackParameters parameters, double soc, double temperatureC, Prng random)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        Identity = identity;
        Parameters = parameters;
        Soc = soc;
        TemperatureC = temperatureC;
        Health = random.Between(0.93, 0.99);
        Cycles = random.Between(150, 900);
        InsulationKohm = random.Between(2500, 6000);
        _cellSpreadV = random.Between(0.003, 0.008);
        _probeSpreadC = random.Between(0.6, 1.6);
    }

    public PackIdentity Identity { get; set; }

    public PackParameters Parameters { get; }

    /// <summary>Charge from 0 to 1 of what the pack holds today.</summary>
    public double Soc { get; private set; }

    /// <summary>What the pack holds today against new.</summary>
    public double Health { get; }

    public int Cycles { get; }

    public double TemperatureC { get; private set; }

    public double CurrentA { get; private set; }

    public int InsulationKohm { get; set; }

    /// <summary>Highest alarm that its BMS reports on the vehicle's bus: 0 none, 3 severe.</summary>
    public int AlarmLevel { get; set; }

    /// <summary>Its BMS says that it smells smoke.</summary>
    public bool ReportsSmoke { get; set; }

    /// <summary>Its BMS says that a main relay is welded.</summary>
    public bool ReportsWelded { get; set; }

    /// <summary>Main relays towards the vehicle or the charger.</summary>
    public bool RelaysClosed { get; set; }

    /// <summary>Energy through the terminals since start, charging positive.</summary>
    public double TerminalEnergyJ { get; private set; }

    /// <summary>Energy put into (positive) or taken from the cells' chemistry since start.</summary>
    public double StoredEnergyJ { get; private set; }

    /// <summary>Heat made inside since start.</summary>
    public double HeatJ { get; private set; }

    public double CapacityAh => Parameters.CapacityAh * Health;

    public double RestVoltageV => Parameters.Cells * Parameters.OpenCircuitV.At(Soc);

    public double VoltageV => RestVoltageV + (CurrentA * OhmicOhm) + _polarisationV;

    public double HighestCellV => (VoltageV / Parameters.Cells) + _cellSpreadV;

    public double LowestCellV => (VoltageV / Parameters.Cells) - _cellSpreadV - WeakCellV;

    /// <summary>How far its weakest cell is below the others.</summary>
    public double WeakCellV { get; set; }

    public double HighestTemperatureC => TemperatureC + _probeSpreadC;

    public double LowestTemperatureC => TemperatureC - _probeSpreadC;

    /// <summary>What the BMS lets in now, in amperes.</summary>
    public double ChargeLimitA => Math.Min(
        Math.Min(Parameters.ChargeLimitA.At(LowestTemperatureC), Parameters.ChargeLimitA.At(HighestTemperatureC)),
        Parameters.ChargeLimitBySocA.At(Soc));

    private double OhmicOhm =>
        Parameters.Cells * Parameters.OhmicPerCellOhm * Parameters.ResistanceFactor.At(TemperatureC);

    private double PolarisationOhm =>
        Parameters.Cells * Parameters.PolarisationPerCellOhm * Parameters.ResistanceFactor.At(TemperatureC);

    /// <summary>A short inside heats a cell to a temperature in so long.</summary>
    public void HeatCell(double toC, int overMs) => TemperatureC = toC;

    /// <summary>The current at which the terminals show <paramref name="voltageV"/> at this moment.</summary>
    public double CurrentAtVoltage(double voltageV) => (voltageV - RestVoltageV - _polarisationV) / OhmicOhm;

    /// <summary>Lets time pass, at most a second or so a call, with a constant current.</summary>
    public void Advance(int milliseconds, double currentA, double ambientC)
    {
        double seconds = milliseconds / 1000.0;
        CurrentA = RelaysClosed ? currentA : 0;
        double polarisationOhm = PolarisationOhm;
        double heatW = (CurrentA * CurrentA * OhmicOhm) + (_polarisationV * _polarisationV / polarisationOhm);
        TerminalEnergyJ += VoltageV * CurrentA * seconds;
        StoredEnergyJ += RestVoltageV * CurrentA * seconds;
        HeatJ += heatW * seconds;
        _polarisationV += ((CurrentA * polarisationOhm) - _polarisationV) * seconds / Parameters.PolarisationSeconds;
        Soc = Math.Clamp(Soc + (CurrentA * seconds / 3600 / CapacityAh), 0, 1);
        double lossWPerK = Parameters.LossWPerK
            + (TemperatureC > Parameters.CoolingStartsC ? Parameters.CoolingWPerK : 0);
        TemperatureC += (heatW - (lossWPerK * (TemperatureC - ambientC))) * seconds / Parameters.HeatCapacityJPerK;
    }
}
