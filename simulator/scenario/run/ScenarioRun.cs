using System.Diagnostics;
using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// One run of a scenario with one seed: the same seed gives the same run. It has everything of its own, so that several
/// run in one process at once.
/// </summary>
public sealed class ScenarioRun : IDisposable
{
    /// <summary>Step of the world where no board's drivers need a finer one.</summary>
    public const int CoarseStepMs = 25;

    private readonly Holds _holds = new();
    private readonly List<Func<long, bool>> _goingOn = [];
    private readonly HappeningWatch[] _happenings;
    private readonly ExpectationWatch[] _expectations;
    private readonly Condition? _until;
    private readonly List<ScenarioFailure> _failures = [];
    private StoredLog? _stored;
    private bool _hasBegun;

    /// <param name="scenario">What happens, and what is expected.</param>
    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="options">How the station is run; null: with the boards of the scenario's plan, in memory.</param>
    public ScenarioRun(Scenario scenario, ulong seed, StationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario = scenario;
        Seed = seed;
        Chance = new Prng(seed ^ 0x5CE7A210);
        Guests? guests = scenario.Arrivals is null && scenario.Traffic is null
            ? null : new Guests(scenario.Arrivals ?? [], scenario.Traffic, scenario.LimitMs);
        options ??= new StationOptions { StepMs = CoarseStepMs };
        Station = Stations.Open(
            seed, scenario.Station, options with { Vehicles = options.Vehicles ?? Known(scenario) }, guests);
        Log = new CityLog(Station.City);
        _happenings = [.. scenario.Happens.Select(happening => new HappeningWatch(this, happening))];
        _expectations = [.. scenario.Expect.Select(expectation => new ExpectationWatch(this, expectation))];
        _until = scenario.Until?.Make(this);
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    public IStation Station { get; }

    public long NowMs => Station.NowMs;

    /// <summary>Ends it before its next pass.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>What the city has been told.</summary>
    public CityLog Log { get; }

    /// <summary>What the nodes have stored; read only when somebody asks for it.</summary>
    public StoredLog Stored
    {
        get
        {
            if (_stored is null)
            {
                _stored = new StoredLog(Station.Nodes);
                GoOn(_stored.Note);
            }

            return _stored;
        }
    }

    /// <summary>Chance for what happens.</summary>
    public Prng Chance { get; }

    /// <summary>Why it has failed so far.</summary>
    public IReadOnlyList<ScenarioFailure> Failures => _failures;

    /// <summary>The station's world, when it has lanes.</summary>
    public World World => (Station as Station)?.World
        ?? throw new NotSupportedException("a cabinet has neither lanes nor bays");

    /// <summary>The world of a cabinet.</summary>
    public CabinetWorld Cabinet => (Station as CabinetStation)?.World
        ?? throw new NotSupportedException("this station is no cabinet");

    public bool IsCabinet => Station is CabinetStation;

    /// <summary>Runs to the end.</summary>
    /// <param name="timeout">How long it may take in real time; null: as long as it takes.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ScenarioResult Run(TimeSpan? timeout = null)
    {
        long began = Stopwatch.GetTimestamp();
        bool timedOut = false;
        while (!timedOut && Step())
        {
            timedOut = timeout is { } limit && Stopwatch.GetElapsedTime(began) > limit;
            Stop.ThrowIfCancellationRequested();
        }

        if (!timedOut && _failures.Count == 0)
        {
            End();
        }

        return new ScenarioResult
        {
            Scenario = Scenario,
            Seed = Seed,
            Failures = [.. _failures],
            Met = [.. _expectations.Select((watch, i) =>
                new ExpectationMet(Scenario.Expect[i], watch.Met ? watch.MetMs : null))],
            VirtualMs = NowMs,
            WallMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Events = Log.Events.Count,
            TimedOut = timedOut,
        };
    }

    /// <summary>One pass; false when the run is over.</summary>
    public bool Step()
    {
        for (int i = 0; i < _happenings.Length; i++)
        {
            _happenings[i].Look(NowMs);
            if (_happenings[i].Refused is { } refused)
            {
                Fail(Scenario.Happens[i], refused);
            }
        }

        Station.Pass();
        for (int i = _goingOn.Count - 1; i >= 0; i--)
        {
            if (!_goingOn[i](NowMs))
            {
                _goingOn.RemoveAt(i);
            }
        }

        for (int i = 0; i < _expectations.Length; i++)
        {
            if (_expectations[i].Look(NowMs) is { } reason)
            {
                Fail(Scenario.Expect[i], reason);
            }
        }

        CheckUntil();
        return _failures.Count == 0 && NowMs < Scenario.LimitMs && !IsOver();
    }

    public void Dispose() => Station.Dispose();

    /// <summary>The swap machine of a lane, from 1, or of a cabinet; null while its node has no power.</summary>
    public SwapRole? RoleOf(int lane) => Station.Nodes[lane - 1].Live?.Role as SwapRole;

    /// <summary>After each pass, with its time, until it says that this was the last.</summary>
    internal void GoOn(Func<long, bool> after) => _goingOn.Add(after);

    /// <summary>Once, so much later.</summary>
    internal void Later(long milliseconds, Action what)
    {
        long dueMs = NowMs + milliseconds;
        GoOn(nowMs =>
        {
            if (nowMs < dueMs)
            {
                return true;
            }

            what();
            return false;
        });
    }

    /// <summary>Keeps something otherwise than it was; see <see cref="Holds.Take"/>. So does every form that lasts.
    /// </summary>
    internal Action Hold<T>(object of, string what, T value, T before, Action<T> set) =>
        _holds.Take(of, what, value, before, set);

    /// <summary>The same of what is so or not.</summary>
    internal Action Hold(object of, string what, Action<bool> set) => Hold(of, what, true, false, set);

    /// <summary>Moves a value from what it is to another over a time, after each pass.</summary>
    internal void Ramp(double from, double to, long overMs, Action<double> set)
    {
        long beganMs = NowMs;
        if (overMs <= 0)
        {
            set(to);
            return;
        }

        GoOn(nowMs =>
        {
            double share = Math.Min(1, (double)(nowMs - beganMs) / overMs);
            set(from + ((to - from) * share));
            return share < 1;
        });
    }

    private static List<string> Known(Scenario scenario)
    {
        List<string> known = [.. (scenario.Arrivals ?? []).Where(arrival => arrival.Known)
            .Select(arrival => arrival.Vehicle ?? "")];
        known.AddRange(scenario.Happens
            .Where(happening => happening.Form.Name == "arrive" && happening.Arguments.IsOn("known", true))
            .Select(happening => happening.Arguments.Text("vehicle", "")));
        if (scenario.Traffic is { } traffic)
        {
            int fleet = new StationParameters(scenario.Station).TrafficOf(traffic).Fleet;
            known.AddRange(scenario.Station.IsCabinet ? Traffic.Cards(fleet) : Traffic.Vins(fleet));
        }

        if (scenario.Arrivals is null)
        {
            known.Add("");
        }

        return known;
    }

    /// <summary>A run that is over before anything was shows nothing.</summary>
    private void CheckUntil()
    {
        if (!_hasBegun && _until?.IsTrue() == true)
        {
            _failures.Add(new ScenarioFailure(
                Scenario.Until!.Place, "until", $"it was so from the beginning: {_until.Seen()}", NowMs));
        }

        _hasBegun = true;
    }

    private bool IsOver() => _until is not null ? _until.IsTrue()
        : Station.Deserted && Array.TrueForAll(_happenings, happening => happening.Over)
            && Array.TrueForAll(_expectations, expectation => expectation.Met || expectation.IsForTheEnd)
            && Station.Nodes.All(node => node.Live is { Role.IsIdle: true }) && CityConditions.IsComplete(this);

    private void End()
    {
        bool late = NowMs >= Scenario.LimitMs && !IsOver();

        // What was waited for in vain comes behind what itself was not so.
        foreach (bool inVain in new[] { false, true })
        {
            for (int i = 0; i < _expectations.Length; i++)
            {
                if (_expectations[i].HasBegun != inVain)
                {
                    Fail(Scenario.Expect[i], _expectations[i].End(NowMs));
                }
            }
        }

        for (int i = 0; i < _happenings.Length; i++)
        {
            if (!_happenings[i].Begun)
            {
                Fail(Scenario.Happens[i], _happenings[i].Missed());
            }
        }

        foreach (Arrival arrival in (Scenario.Arrivals ?? []).Where(one => one.AtMs > NowMs))
        {
            _failures.Add(new ScenarioFailure(
                arrival.Place, "arrivals", $"the run was over before {Words.Duration(arrival.AtMs)}", NowMs));
        }

        if (late && _failures.Count == 0)
        {
            Place place = Scenario.Until?.Place ?? new Place(Scenario.Path, 0, 0);
            _failures.Add(new ScenarioFailure(
                place, Invariant($"over within {Words.Duration(Scenario.LimitMs)}"), Unfinished(), NowMs));
        }
    }

    private string Unfinished() => _until is not null ? _until.Seen()
        : !Station.Deserted ? "not everybody has come and gone"
        : Station.Nodes.FirstOrDefault(node => node.Live is not { Role.IsIdle: true }) is { } busy
            ? $"{busy.Name} is not idle"
        : "the city does not have everything";

    private void Fail(Happening happening, string? reason)
    {
        if (reason is not null)
        {
            _failures.Add(new ScenarioFailure(
                happening.Place, $"happens: {happening.Form.Name}", reason, NowMs));
        }
    }

    private void Fail(Expectation expectation, string? reason)
    {
        if (reason is not null)
        {
            _failures.Add(new ScenarioFailure(expectation.Place, expectation.Text, reason, NowMs));
        }
    }
}
