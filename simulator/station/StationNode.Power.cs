namespace SwapEdge.Simulator;

/// <summary>What is taken away from a node, and comes back: its power, its network, its board.</summary>
public sealed partial class StationNode
{
    private bool _networkAway;
    private long _backMs = long.MaxValue;
    private int _offMs;
    private bool _powerTaken;

    public bool HasPower { get; private set; } = true;

    /// <summary>Somebody has taken its power away: nothing else gives it back meanwhile.</summary>
    public bool PowerTaken
    {
        get => _powerTaken;
        set
        {
            _powerTaken = value;
            if (value)
            {
                TurnOff();
            }
            else if (_backMs == long.MaxValue)
            {
                TurnOn();
            }
        }
    }

    /// <summary>The cable to the station's network is out; an open connection ends.</summary>
    public bool NetworkAway
    {
        get => _networkAway;
        set
        {
            _networkAway = value;
            _running?.Network.IsUp = !value;
            if (value)
            {
                Cut("no network");
            }
        }
    }

    /// <summary>Its connection ends, of whichever client that it has.</summary>
    public void Cut(string reason)
    {
        Client.Cut(reason);
        (_line as TroubledConnection)?.Cut();
    }

    /// <summary>Power fails: what it has not stored is gone, and so are its requests.</summary>
    public void TurnOff()
    {
        if (!HasPower)
        {
            return;
        }

        HasPower = false;
        _running?.Dispose();
        _running = null;
        Recorder?.PowerCut(_nowMs);
        _firmware.Forget();
        Client.Cut("no power");
        while (Client.Receive() is not null)
        {
            // It was in its memory.
        }

        Board?.TurnOff();
        foreach (WireEnd end in _outside.Ends)
        {
            end.Attached = false;
            end.Forget();
        }

        _outside.Fall();
    }

    /// <summary>Power is back: it starts in the next pass, or in this one.</summary>
    public void TurnOn()
    {
        _backMs = long.MaxValue;
        if (HasPower || _powerTaken)
        {
            return;
        }

        HasPower = true;
        if (Board is { } board)
        {
            board.TurnOn();
            Run();
        }

        foreach (WireEnd end in _outside.Ends)
        {
            end.Attached = true;
        }
    }

    /// <summary>Power fails inside the next append, and comes back after a while.</summary>
    /// <param name="bytes">So many of the append are on the medium.</param>
    /// <param name="offMs">How long it then has none.</param>
    public void CutInAppend(int bytes, int offMs)
    {
        Medium.CutAfter = bytes;
        _offMs = offMs;
    }

    /// <summary>It has failed in an append.</summary>
    private void FailPower(long nowMs)
    {
        TurnOff();
        _backMs = nowMs + _offMs;
    }

    /// <summary>A new board in its place with the same settings and key: it has nothing stored.</summary>
    public void Replace()
    {
        TurnOff();
        Store = new MemoryStore(_options.StoreBytes);
        Medium.Medium = Store;
        Board?.Empty();
        Board?.Deploy(_settings, _key);
        TurnOn();
    }
}
