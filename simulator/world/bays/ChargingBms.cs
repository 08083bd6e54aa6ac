using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The BMS of a pack that stands in a bay, as the charger meets it: answers each message of a session, demands current
/// within the pack's limits (constant current, then constant voltage), and ends the charge when the pack is full.
/// </summary>
public sealed class ChargingBms
{
    private const int RelaysMs = 1_200;
    private const int SilenceMs = 5_000;
    private const int RestMs = 1_000;
    private const int CcsSilenceMs = 1_000;

    private readonly ChargeTalker _talker;
    private readonly Action<byte[]> _limit;
    private readonly Action<byte[]> _identity;
    private readonly Action<byte[]> _parameters;
    private readonly Action<byte[]> _readiness;
    private readonly Action<byte[]> _demand;
    private readonly Action<byte[]> _status;
    private readonly Action<byte[]> _state;
    private readonly Action<byte[]> _statistics;
    private readonly Period _quick = new(Bcl.PeriodMs);
    private readonly Period _normal = new(Bcs.PeriodMs);
    private readonly Period _slow = new(Bcp.PeriodMs);
    private readonly Period _stop = new(Bst.PeriodMs);
    private Pack? _pack;
    private long _nowMs;
    private long _stageMs;
    private long _heardMs;
    private bool _chargerStops;
    private bool _constantVoltage;
    private double _lowestCellV;
    private double _highestCellV;

    public ChargingBms(WireEnd bus)
    {
        _limit = data => Bhm.MaxVoltageMv.Write(data, BmsMessages.LimitMv(_pack!));
        _identity = data => BmsMessages.Identity(data, _pack!);
        _parameters = data => BmsMessages.Parameters(data, _pack!);
        _readiness = data => Bro.Readiness.Write(data, _pack!.RelaysClosed ? Bro.Ready : Bro.NotReady);
        _demand = data => WriteDemand(data, _pack!);
        _status = data => BmsMessages.Status(data, _pack!);
        _state = data => BmsMessages.State(data, _pack!);
        _statistics = data => WriteStatistics(data, _pack!);
        _talker = new ChargeTalker(bus, ChargeMessages.BmsAddress, ChargeMessages.ChargerAddress, Hear);
    }

    public ChargingStage Stage { get; private set; }

    /// <summary>Something has arrived for it, or it is sending a long message.</summary>
    public bool Hears => _talker.Busy;

    /// <summary>Until when it does nothing that cannot wait, if nothing comes and nothing is changed.</summary>
    public long RestsUntilMs => _talker.Busy ? _nowMs
        : _pack is null || Stage is ChargingStage.Idle or ChargingStage.Ended ? _nowMs + RestMs
        : Stage == ChargingStage.Charging ? Math.Min(_quick.NextMs, _normal.NextMs) : _nowMs;

    /// <summary>A BMS that has died: it says nothing, its relays stay as they are.</summary>
    public bool Silent { get; set; }

    /// <param name="nowMs">Time of the world.</param>
    /// <param name="pack">The pack on the bay's connector, or null.</param>
    public void Advance(long nowMs, Pack? pack)
    {
        _nowMs = nowMs;
        _talker.Attached = pack is not null && !Silent;
        if (!ReferenceEquals(pack, _pack))
        {
            _pack = pack;
            Enter(ChargingStage.Idle);
        }

        _talker.Advance(nowMs);
        if (pack is not null)
        {
            Speak(pack);
            _talker.Advance(nowMs);
        }
    }

    private void Hear(int pgn, byte[] data)
    {
        _heardMs = _nowMs;
        switch (pgn)
        {
            case Chm.Pgn when Stage is ChargingStage.Idle or ChargingStage.Ended or ChargingStage.TimedOut:
                Enter(ChargingStage.Handshake);
                break;
            case Crm.Pgn when Crm.Recognised.Raw(data) == Crm.No && Stage == ChargingStage.Handshake:
                Enter(ChargingStage.Identification);
                break;
            case Crm.Pgn when Crm.Recognised.Raw(data) == Crm.Yes && Stage == ChargingStage.Identification:
                Enter(ChargingStage.Parameters);
                break;
            case Cml.Pgn when Stage == ChargingStage.Parameters:
                Enter(ChargingStage.Readiness);
                break;
            case Cro.Pgn when Cro.Readiness.Raw(data) == Cro.Ready && Stage == ChargingStage.Readiness:
                Enter(ChargingStage.Charging);
                break;
            case Cst.Pgn when Stage == ChargingStage.Charging:
                _chargerStops = true;
                Enter(ChargingStage.Stopping);
                break;
            case Cst.Pgn when Stage == ChargingStage.Stopping && _nowMs - _stageMs > 300:
                Enter(ChargingStage.Statistics);
                break;
            case Csd.Pgn when Stage == ChargingStage.Statistics && _nowMs - _stageMs > 600:
                Enter(ChargingStage.Ended);
                break;
            default:
                break;
        }
    }

    private void Speak(Pack pack)
    {
        switch (Stage)
        {
            case ChargingStage.Handshake when _normal.Due(_nowMs):
                _talker.Send(Bhm.Priority, Bhm.Pgn, Bhm.Length, _limit);
                break;
            case ChargingStage.Identification when _normal.Due(_nowMs):
                _talker.SendLong(Brm.Pgn, Brm.Length, _nowMs, _identity);
                break;
            case ChargingStage.Parameters when _slow.Due(_nowMs):
                _talker.SendLong(Bcp.Pgn, Bcp.Length, _nowMs, _parameters);
                break;
            case ChargingStage.Readiness when _normal.Due(_nowMs):
                pack.RelaysClosed = _nowMs - _stageMs >= RelaysMs;
                _talker.Send(Bro.Priority, Bro.Pgn, Bro.Length, _readiness);
                break;
            case ChargingStage.Charging:
                SpeakCharging(pack);
                break;
            case ChargingStage.Stopping when _stop.Due(_nowMs):
                _talker.Send(Bst.Priority, Bst.Pgn, Bst.Length, WriteStop);
                break;
            case ChargingStage.Statistics when _normal.Due(_nowMs):
                _talker.Send(Bsd.Priority, Bsd.Pgn, Bsd.Length, _statistics);
                break;
            default:
                break;
        }

        EndWhatIsOver(pack);
    }

    private void SpeakCharging(Pack pack)
    {
        if (_quick.Due(_nowMs))
        {
            _lowestCellV = Math.Min(_lowestCellV, pack.LowestCellV);
            _highestCellV = Math.Max(_highestCellV, pack.HighestCellV);
            _constantVoltage |= pack.HighestCellV >= pack.Parameters.CellChargeV;
            _talker.Send(Bcl.Priority, Bcl.Pgn, Bcl.Length, _demand);
        }

        if (_normal.Due(_nowMs))
        {
            _talker.SendLong(Bcs.Pgn, Bcs.Length, _nowMs, _status);
            _talker.Send(Bsm.Priority, Bsm.Pgn, Bsm.Length, _state);
        }

        if (pack.Soc >= pack.Parameters.FullSoc && _nowMs - _stageMs >= 3_000)
        {
            Enter(ChargingStage.Stopping);
        }
    }

    private void EndWhatIsOver(Pack pack)
    {
        int limitMs = Stage == ChargingStage.Charging ? CcsSilenceMs : SilenceMs;
        if (Stage is > ChargingStage.Handshake and < ChargingStage.Ended && _nowMs - _heardMs > limitMs)
        {
            Enter(ChargingStage.TimedOut);
        }

        if (Stage is ChargingStage.Statistics or ChargingStage.Ended or ChargingStage.TimedOut)
        {
            pack.RelaysClosed = false;
        }

        if (Stage == ChargingStage.TimedOut && _normal.Due(_nowMs))
        {
            _talker.Send(Bem.Priority, Bem.Pgn, Bem.Length, BmsMessages.Timeout);
        }
    }

    private void Enter(ChargingStage stage)
    {
        if (stage == ChargingStage.Handshake)
        {
            _chargerStops = false;
            _constantVoltage = false;
            _lowestCellV = double.MaxValue;
            _highestCellV = 0;
        }

        Stage = stage;
        _stageMs = _nowMs;
        _heardMs = _nowMs;
        _quick.Restart(_nowMs);
        _normal.Restart(_nowMs);
        _slow.Restart(_nowMs);
        _stop.Restart(_nowMs);
    }

    private void WriteDemand(byte[] data, Pack pack)
    {
        Bcl.VoltageMv.Write(data, (int)(pack.Parameters.Cells * pack.Parameters.CellChargeV * 1000));
        Bcl.CurrentMa.Write(data, (int)(-(pack.ChargeLimitA + pack.HeaterA) * 1000));
        Bcl.Regulation.Write(data, _constantVoltage ? Bcl.ConstantVoltage : Bcl.ConstantCurrent);
    }

    private void WriteStop(byte[] data)
    {
        Array.Clear(data, 0, 3);
        data[3] = 0xF0;
        (_chargerStops ? Bst.ChargerStopped : Bst.ChargeReached).Write(data, 1);
    }

    private void WriteStatistics(byte[] data, Pack pack)
    {
        Bsd.ChargePermille.Write(data, (int)(pack.Soc * 100) * 10);
        Bsd.MinCellMv.Write(data, (int)(_lowestCellV * 1000));
        Bsd.MaxCellMv.Write(data, (int)(_highestCellV * 1000));
        Bsd.MinTemperatureC.Write(data, (int)Math.Round(pack.LowestTemperatureC));
        Bsd.MaxTemperatureC.Write(data, (int)Math.Round(pack.HighestTemperatureC));
    }
}
