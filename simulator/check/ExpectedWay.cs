using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Where a step leads, said once more as one decision after the other, where the firmware has rows that exclude each
/// other. What the profile and the interlocks say is taken from them; how it is put together is not.
/// </summary>
public sealed class ExpectedWay
{
    private readonly (StepPlan? Plan, Phase Next)[] _steps = new (StepPlan?, Phase)[SwapTable.Phases];
    private readonly bool[] _mayLeave = new bool[SwapTable.Phases];
    private readonly Phase _first;
    private readonly bool _hoist;

    public ExpectedWay(SwapProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _hoist = profile.HasHoist;
        _first = profile.Steps[0].Phase;
        bool touched = false;
        for (int i = 0; i < profile.Steps.Length; i++)
        {
            StepPlan plan = profile.Steps[i];
            bool last = i + 1 == profile.Steps.Length || plan.Phase == Phase.Taking;
            _steps[(int)plan.Phase] = (plan, last ? Phase.Releasing : profile.Steps[i + 1].Phase);
            touched |= (Expected.Drives(plan.Phase) & Drive.Motion) != Drive.None;
            bool holds = _hoist && (Expected.Stops(plan.Phase) & Fact.VehicleUnprepared) != Fact.None;
            _mayLeave[(int)plan.Phase] = !touched && !holds;
        }
    }

    /// <param name="phase">Where it is.</param>
    /// <param name="seen">Facts, those included that follow from state and clock.</param>
    public Phase Of(Phase phase, Fact seen)
    {
        if ((seen & Expected.Stops(phase)) != Fact.None)
        {
            bool fire = (seen & SwapCauses.Emergencies) != Fact.None;
            return fire ? Phase.Stopped : Expected.IsStep(phase) || phase == Phase.Maintenance ? Phase.Held : phase;
        }

        (StepPlan? plan, Phase next) = _steps[(int)phase];
        return plan is not null ? OfStep(plan, next, seen) : OfOther(phase, seen);
    }

    private Phase OfStep(StepPlan plan, Phase onward, Fact seen)
    {
        Phase phase = plan.Phase;
        Fact held = Interlocks.Of(phase);
        if (_mayLeave[(int)phase] && !Has(seen, Fact.VehiclePresent))
        {
            return Phase.Idle;
        }

        if (!Has(seen, held) || (seen & Interlocks.Never(phase)) != Fact.None)
        {
            return Phase.Held;
        }

        if ((plan.Forbid & seen & Fact.OldPackRejected) != Fact.None)
        {
            return _hoist ? Phase.Held : Phase.GivingBack;
        }

        bool complete = Has(seen, plan.Require) && (seen & plan.Forbid) == Fact.None;
        bool may = !Has(seen, Fact.ManualSelected) || Has(seen, Fact.Confirmed);
        if (complete && may)
        {
            return phase == Phase.Withdrawing && Has(seen, Fact.MorePacks) ? Phase.Accepting : onward;
        }

        return !Has(seen, Fact.PhaseExpired) ? phase : complete || !may ? Phase.Held : AtLimit(plan, seen);
    }

    private Phase AtLimit(StepPlan plan, Fact seen)
    {
        if (Has(seen, Fact.RetryLeft))
        {
            return plan.Phase;
        }

        bool back = plan.GoesBack && Has(seen, WayBack.Needs(plan.Phase));
        return back ? WayBack.Of(plan.Phase, _hoist) : Phase.Held;
    }

    private Phase OfOther(Phase phase, Fact seen)
    {
        bool selected = Has(seen, Fact.MaintenanceSelected);
        bool enters = Has(seen, Fact.MaintenanceSelected | Fact.KeySwitchOn | Fact.Confirmed);
        switch (phase)
        {
            case Phase.Idle when Has(seen, Fact.OutOfService):
                return Phase.OutOfService;
            case Phase.Idle when selected:
                return enters ? Phase.Maintenance : phase;
            case Phase.Idle:
                Phase begins = _hoist && Has(seen, Fact.HoistLoaded) ? Phase.Held : _first;
                return Has(seen, Fact.VehiclePresent) ? begins : phase;
            case Phase.OutOfService:
                return !Has(seen, Fact.OutOfService) ? Phase.Idle : enters ? Phase.Maintenance : phase;
            case Phase.Maintenance:
                return selected && Has(seen, Fact.KeySwitchOn) ? phase : Phase.Held;
            case Phase.Releasing:
                bool loose = _hoist && Has(seen, Fact.Confirmed) && !Has(seen, Fact.LockClosed | Fact.ConnectorMated);
                return !Has(seen, Fact.VehiclePresent) ? Phase.Idle
                    : (Has(seen, Fact.PhaseExpired) ? !Has(seen, Fact.Emergency) : loose) ? Phase.Held : phase;
            case Phase.Stopped:
                bool over = (seen & (SwapCauses.Emergencies | Fact.SafetyChainOpen)) == Fact.None;
                return over && Has(seen, Fact.Confirmed) ? Phase.Held : phase;
            case Phase.Held when !Has(seen, Fact.Confirmed):
                return phase;
            case Phase.Held when selected:
                return Phase.Maintenance;
            case Phase.Held when !_hoist:
                return Has(seen, Fact.DoorsClosed) ? Phase.Releasing : phase;
            default:
                return Resumed(seen);
        }
    }

    /// <summary>Where a held lane with a hoist goes on: what the sensors show of the pack decides.</summary>
    private static Phase Resumed(Fact seen)
    {
        bool mated = Has(seen, Fact.ConnectorMated);
        bool onSeat = (seen & (Fact.PackOnVehicle | Fact.ConnectorMated | Fact.PackInPlace)) != Fact.None;
        bool swapped = Has(seen, Fact.BaysReserved | Fact.StoreBayFilled | Fact.TakeBayEmptied);
        bool stored = Has(seen, Fact.StoreBayFilled);
        if (!Has(seen, Fact.VehiclePresent))
        {
            return (seen & (Fact.HoistLoaded | Fact.HoistGrips)) != Fact.None ? Phase.Held : Phase.Idle;
        }

        if (Has(seen, Fact.LockClosed))
        {
            bool done = Has(seen, Fact.PlannedPackSeen) || Has(seen, Fact.SwapAborted);
            bool whole = mated && !Has(seen, Fact.LockOpen);
            bool held = (seen & (Fact.HoistLoaded | Fact.HoistGrips)) != Fact.None;
            return !whole ? Phase.Held : done ? Phase.Verifying
                : !Has(seen, Fact.OutOfService) ? Phase.Identifying : held ? Phase.Held : Phase.Idle;
        }

        if (mated)
        {
            return Has(seen, Fact.PackInPlace) ? Phase.Locking : Phase.Held;
        }

        if (Has(seen, Fact.LockOpen | Fact.HoistGrips | Fact.PackInPlace))
        {
            return !stored || swapped ? Phase.Mating : Phase.Held;
        }

        bool off = !onSeat && Has(seen, Fact.LockOpen | Fact.ConnectorParted);
        return off ? OffVehicle(seen, stored, swapped) : Phase.Held;
    }

    private static Phase OffVehicle(Fact seen, bool stored, bool swapped)
    {
        bool raised = Has(seen, Fact.HoistRaised);
        if (!Has(seen, Fact.HoistLoaded))
        {
            bool fetches = raised && stored && Has(seen, Fact.BaysReserved | Fact.NewPackReady);
            return fetches && !Has(seen, Fact.HoistGrips) ? Phase.Fetching : Phase.Held;
        }

        if (!Has(seen, Fact.HoistGrips) || (stored ? !swapped : !raised))
        {
            return Phase.Held;
        }

        bool stows = Has(seen, Fact.BaysReserved | Fact.StoreBayReady) && !Has(seen, Fact.SwapAborted);
        return !stored && stows ? Phase.Stowing : Phase.Placing;
    }

    private static bool Has(Fact seen, Fact facts) => (seen & facts) == facts;
}
