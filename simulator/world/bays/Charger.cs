using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The charger of one bay: leads a session with the pack's BMS while the bay's node permits it, follows the BMS's
/// demand, and stops when either takes it away. Its output contactor is closed only while it charges.
/// </summary>
public sealed class Charger
{
    private const int SilenceMs = 5_000;
    private const int ReadyMs = 800;
    private const int RestMs = 1_000;

    private readonly ChargerParameters _parameters;
    private readonly ChargerOutput _output;
    private readonly Action<byte[]> _writeOutput;
    private readonly int _number;
    private readonly ChargeTalker _talker;
    private readonly Period _quick = new(Ccs.PeriodMs);
    private readonly Period _normal = new(Crm.PeriodMs);
    private readonly Period _slow = new(Cts.PeriodMs);
    private readonly Period _stop = new(Cst.PeriodMs);
    private long _nowMs;
    private long _stageMs;
    private long _heardMs;
    private bool _permitted;

    /// <summary>The permit was taken away and given again, maybe before the last session was over.</summary>
    private bool _permittedAnew;
    private bool _recognised;
    private bool _bmsStopped;
    private double _demandV;
    private double _demandA;
    private Pack? _pack;

    public Charger(ChargerParameters parameters, int number, WireEnd bus)
    {
        _parameters = parameters;
        _output = new ChargerOutput(parameters);
        _writeOutput = WriteOutput;
        _number = number;
        _talker = new ChargeTalker(bus, ChargeMessages.ChargerAddress, ChargeMessages.BmsAddress, Hear);
    }

    public ChargingStage Stage { get; private set; }

    public bool ContactorClosed => _output.ContactorClosed;

    /// <summary>Once closed, its contactor does not open.</summary>
    public bool ContactorWelds
    {
        get => _output.ContactorWelds;
        set => _output.ContactorWelds = value;
    }

    /// <summary>Current into the pack.</summary>
    public double CurrentA => _output.CurrentA;

    /// <summary>Energy given in this session.</summary>
    public double EnergyWh => _output.EnergyWh;

    /// <summary>Energy given since start.</summary>
    public double GivenWh => _output.GivenWh;

    /// <summary>Energy taken from the grid since start.</summary>
    public double GridWh => _output.GridWh;

    /// <param name="nowMs">Time of the world.</param>
    /// <param name="milliseconds">Since the last call.</param>
    /// <param name="permitted">The bay's node allows charging.</param>
    /// <param name="pack">The pack on the bay's connector, or null.</param>
    public void Advance(long nowMs, int milliseconds, bool permitted, Pack? pack)
    {
        _nowMs = nowMs;
        _permittedAnew = permitted && (_permittedAnew || !_permitted);
        _permitted = permitted;
        _talker.Attached = pack is not null;
        if (pack is null)
        {
            Enter(ChargingStage.Idle);
        }
        else if (permitted && (Stage == ChargingStage.Idle || (_permittedAnew && Over)))
        {
            _permittedAnew = false;
            _output.Begin();
            Enter(ChargingStage.Handshake);
        }

        _talker.Advance(nowMs);
        Withdraw();
        _pack = pack;
        _output.Advance(milliseconds, Stage == ChargingStage.Charging, _demandV, _demandA, pack);
        Speak();
        _talker.Advance(nowMs);
    }

    /// <summary>Something has arrived for it, or it is sending a long message.</summary>
    public bool Hears => _talker.Busy;

    /// <summary>Until when it does nothing that cannot wait, if nothing comes and nothing is changed.</summary>
    public long RestsUntilMs => _talker.Busy || !_output.Steady ? _nowMs
        : Stage is ChargingStage.Idle or ChargingStage.Ended ? _nowMs + RestMs
        : Stage == ChargingStage.Charging ? Math.Min(_quick.NextMs, _nowMs + ChargerOutput.ControlMs) : _nowMs;

    private bool Over => Stage is ChargingStage.Ended or ChargingStage.TimedOut;

    private void Hear(int pgn, byte[] data)
    {
        _heardMs = _nowMs;
        switch (pgn)
        {
            case Bhm.Pgn when Stage == ChargingStage.Handshake:
                Enter(ChargingStage.Insulation);
                break;
            case Brm.Pgn when Stage == ChargingStage.Identification:
                _recognised = true;
                break;
            case Bcp.Pgn when Stage == ChargingStage.Identification && _recognised:
                Enter(ChargingStage.Parameters);
                break;
            case Bro.Pgn when Stage == ChargingStage.Parameters && Bro.Readiness.Raw(data) == Bro.Ready:
                Enter(ChargingStage.Readiness);
                break;
            case Bcl.Pgn:
                _demandV = Bcl.VoltageMv.Read(data) / 1000.0;
                _demandA = Math.Max(-Bcl.CurrentMa.Read(data) / 1000.0, 0);
                Advance(ChargingStage.Readiness, ChargingStage.Charging);
                break;
            case Bst.Pgn when Stage == ChargingStage.Charging:
                _bmsStopped = true;
                Enter(ChargingStage.Stopping);
                break;
            case Bsd.Pgn when Stage == ChargingStage.Stopping:
                Enter(ChargingStage.Statistics);
                break;
            default:
                break;
        }
    }

    private void Advance(ChargingStage from, ChargingStage to)
    {
        if (Stage == from)
        {
            Enter(to);
        }
    }

    private void Speak()
    {
        switch (Stage)
        {
            case ChargingStage.Handshake when _normal.Due(_nowMs):
                _talker.Send(Chm.Priority, Chm.Pgn, Chm.Length, data => Chm.Version.WriteRaw(data, Chm.Version11));
                break;
            case ChargingStage.Insulation when _normal.Due(_nowMs):
                _talker.Send(Chm.Priority, Chm.Pgn, Chm.Length, data => Chm.Version.WriteRaw(data, Chm.Version11));
                EndInsulationTest();
                break;
            case ChargingStage.Identification when _normal.Due(_nowMs):
                _talker.Send(Crm.Priority, Crm.Pgn, Crm.Length, WriteIdentity);
                break;
            case ChargingStage.Parameters:
                SpeakParameters();
                break;
            case ChargingStage.Readiness when _normal.Due(_nowMs):
                _talker.Send(Cro.Priority, Cro.Pgn, Cro.Length, WriteReadiness);
                break;
            case ChargingStage.Charging when _quick.Due(_nowMs):
                _talker.Send(Ccs.Priority, Ccs.Pgn, Ccs.MaxLength, _writeOutput);
                break;
            case ChargingStage.Stopping when _stop.Due(_nowMs):
                _talker.Send(Cst.Priority, Cst.Pgn, Cst.Length, WriteStop);
                break;
            case ChargingStage.Statistics when _normal.Due(_nowMs):
                _talker.Send(Csd.Priority, Csd.Pgn, Csd.Length, WriteStatistics);
                break;
            case ChargingStage.TimedOut when _normal.Due(_nowMs):
                _talker.Send(Cem.Priority, Cem.Pgn, Cem.Length, WriteTimeout);
                break;
            default:
                break;
        }
    }

    private void SpeakParameters()
    {
        if (_slow.Due(_nowMs))
        {
            _talker.Send(Cts.Priority, Cts.Pgn, Cts.Length, static _ => { });
        }

        if (_normal.Due(_nowMs))
        {
            _talker.Send(Cml.Priority, Cml.Pgn, Cml.Length, WriteLimits);
        }
    }

    private void EndInsulationTest()
    {
        if (_nowMs - _stageMs >= _parameters.InsulationTestMs)
        {
            Enter(ChargingStage.Identification);
        }
    }

    /// <summary>Ends what is no longer permitted, what is no longer answered, and what is done.</summary>
    private void Withdraw()
    {
        if (!_permitted && Stage is > ChargingStage.Idle and < ChargingStage.Charging)
        {
            Enter(ChargingStage.Ended);
        }
        else if (!_permitted && Stage == ChargingStage.Charging)
        {
            Enter(ChargingStage.Stopping);
        }
        else if (Stage == ChargingStage.Statistics && _nowMs - _stageMs >= 1_500)
        {
            Enter(ChargingStage.Ended);
        }
        else if (Stage is > ChargingStage.Insulation and < ChargingStage.Ended && _nowMs - _heardMs > SilenceMs)
        {
            Enter(ChargingStage.TimedOut);
        }
    }

    private void Enter(ChargingStage stage)
    {
        if (Stage == stage)
        {
            return;
        }

        if (stage == ChargingStage.Handshake)
        {
            _recognised = false;
            _bmsStopped = false;
        }

        Stage = stage;
        _stageMs = _nowMs;
        _heardMs = _nowMs;
        _quick.Restart(_nowMs);
        _normal.Restart(_nowMs);
        _slow.Restart(_nowMs);
        _stop.Restart(_nowMs);
    }

    private void WriteIdentity(byte[] data)
    {
        Crm.Recognised.Write(data, _recognised ? Crm.Yes : Crm.No);
        Crm.ChargerNumber.WriteRaw(data, (uint)_number);
    }

    private void WriteReadiness(byte[] data) =>
        Cro.Readiness.Write(data, _nowMs - _stageMs >= ReadyMs ? Cro.Ready : Cro.NotReady);

    private void WriteLimits(byte[] data)
    {
        Cml.MaxVoltageMv.Write(data, (int)(_parameters.MaxVoltageV * 1000));
        Cml.MinVoltageMv.Write(data, (int)(_parameters.MinVoltageV * 1000));
        Cml.MaxCurrentMa.Write(data, (int)(-_parameters.MaxCurrentA * 1000));
        Cml.MinCurrentMa.Write(data, 0);
    }

    private void WriteOutput(byte[] data)
    {
        Ccs.VoltageMv.Write(data, (int)((_pack?.VoltageV ?? 0) * 1000));
        Ccs.CurrentMa.Write(data, (int)(-CurrentA * 1000));
        Ccs.Minutes.Write(data, (int)(_output.ChargingMs / 60_000));
        Ccs.Permission.Write(data, Ccs.Allowed);
    }

    private void WriteStop(byte[] data)
    {
        Array.Clear(data, 0, 2);
        data[2] = 0xF0;
        data[3] = 0xF0;
        (_bmsStopped ? Cst.BmsStopped : Cst.Manual).Write(data, 1);
    }

    private void WriteStatistics(byte[] data)
    {
        Csd.Minutes.Write(data, (int)(_output.ChargingMs / 60_000));
        Csd.EnergyWh.Write(data, (int)EnergyWh);
        Csd.ChargerNumber.WriteRaw(data, (uint)_number);
    }

    private void WriteTimeout(byte[] data)
    {
        data[0] = 0xFC;
        data[1] = 0xF0;
        data[2] = 0xC0;
        data[3] = 0xFC;
        (_output.ChargingMs > 0 ? Cem.Bcs : Cem.Brm).Write(data, 1);
    }
}
