namespace SwapEdge.Firmware
{
    /// <summary>
    /// Writes the rows of a profile: for each step a chain in which every row requires what the one before it forbids,
    /// so that no two can match. First what must not be lost, then the way on, then at the limit the first thing that
    /// is missing: again, back, or held.
    /// </summary>
    public sealed class RowWriter
    {
        private const int Room = 400;
        private const Fact Stop = Fact.MustStop;
        private const Fact Late = Fact.PhaseExpired;
        private const int Bits = 64;

        private readonly SwapProfile _profile;
        private readonly Row[] _rows = new Row[Room];
        private int _count;

        private RowWriter(SwapProfile profile)
        {
            _profile = profile;
        }

        /// <summary>All rows of a profile that has been checked.</summary>
        public static Row[] Write(SwapProfile profile)
        {
            RowWriter writer = new RowWriter(profile);
            writer.AddIdle();
            bool touched = false;
            for (int i = 0; i < profile.Steps.Length; i++)
            {
                StepPlan step = profile.Steps[i];
                touched = touched || SwapTable.Moves(step.Phase);
                writer.AddStep(step, NextOf(profile.Steps, i), !touched);
            }

            writer.Add(Phase.Releasing, Fact.None, Fact.VehiclePresent, Phase.Idle, Fault.None);
            writer.Add(Phase.Releasing, Fact.VehiclePresent | Late, Fact.Emergency, Phase.Held, Fault.VehicleNotLeft);
            if (profile.HasHoist)
            {
                // What came loose is not let go; it is locked again once a person has looked.
                const Fact looked = Fact.VehiclePresent | Fact.Confirmed;
                writer.Add(Phase.Releasing, looked, Late | Fact.LockClosed, Phase.Held, Fault.CameLoose);
                writer.Add(Phase.Releasing, looked | Fact.LockClosed, Late | Fact.ConnectorMated, Phase.Held,
                    Fault.CameLoose);
                writer.AddHeldWithHoist();
            }
            else
            {
                writer.AddConfirmed(Fact.DoorsClosed, Fact.None, Phase.Releasing);
            }

            writer.AddHeld();
            writer.AddMaintenance();
            Row[] rows = new Row[writer._count];
            System.Array.Copy(writer._rows, 0, rows, 0, rows.Length);
            return rows;
        }

        /// <summary>The swap is over with the last step, or when the new pack is taken out of its door.</summary>
        private static Phase NextOf(StepPlan[] steps, int index)
        {
            bool last = index + 1 == steps.Length || steps[index].Phase == Phase.Taking;
            return last ? Phase.Releasing : steps[index + 1].Phase;
        }

        private void Add(Phase from, Fact require, Fact forbid, Phase to, Fault fault)
        {
            _rows[_count] = new Row(from, require, forbid, to, fault);
            _count++;
        }

        private void AddIdle()
        {
            const Fact selected = Fact.MaintenanceSelected | Fact.KeySwitchOn | Fact.Confirmed;
            const Fact closed = Fact.OutOfService | Fact.MaintenanceSelected | Stop;
            Fact loaded = _profile.HasHoist ? Fact.HoistLoaded : Fact.None;
            Add(Phase.Idle, Fact.VehiclePresent, closed | loaded, _profile.Steps[0].Phase, Fault.None);
            if (loaded != Fact.None)
            {
                // Nobody remembers whose pack hangs there.
                Add(Phase.Idle, Fact.VehiclePresent | loaded, closed, Phase.Held, Fault.HoistStillLoaded);
            }

            Add(Phase.Idle, Fact.OutOfService, Stop, Phase.OutOfService, Fault.None);
            Add(Phase.Idle, selected, Fact.OutOfService | Stop, Phase.Maintenance, Fault.None);
            Add(Phase.Idle, Stop | Fact.Emergency, Fact.None, Phase.Stopped, Fault.None);
            Add(Phase.OutOfService, Fact.None, Fact.OutOfService | Stop, Phase.Idle, Fault.None);
            Add(Phase.OutOfService, Fact.OutOfService | selected, Stop, Phase.Maintenance, Fault.None);
            Add(Phase.OutOfService, Stop | Fact.Emergency, Fact.None, Phase.Stopped, Fault.None);
        }

        private void AddMaintenance()
        {
            Add(Phase.Maintenance, Fact.None, Fact.MaintenanceSelected | Stop, Phase.Held, Fault.MaintenanceEnded);
            Add(Phase.Maintenance, Fact.MaintenanceSelected, Fact.KeySwitchOn | Stop, Phase.Held,
                Fault.MaintenanceEnded);
            AddStops(Phase.Maintenance);
        }

        private void AddStops(Phase phase)
        {
            Add(phase, Stop | Fact.Emergency, Fact.None, Phase.Stopped, Fault.None);
            Add(phase, Stop, Fact.Emergency, Phase.Held, Fault.None);
        }

        /// <param name="step">What the profile says of it.</param>
        /// <param name="next">The step after it.</param>
        /// <param name="untouched">Nothing has moved yet: the vehicle, or the person, may go away again.</param>
        private void AddStep(StepPlan step, Phase next, bool untouched)
        {
            Fact never = Interlocks.Never(step.Phase);
            Fact held = AddGuards(step.Phase, untouched && !HoldsUnprepared(step.Phase));
            Fact forbid = step.Forbid | Stop | never;
            if ((step.Forbid & Fact.OldPackRejected) != Fact.None)
            {
                Phase to = _profile.HasHoist ? Phase.Held : Phase.GivingBack;
                Add(step.Phase, held | Fact.OldPackRejected, Stop | never, to, Fault.OldPackRejected);
            }

            Fact onward = held | step.Require | Fact.MayGoOn;
            if (step.Phase == Phase.Withdrawing && _profile.Packs > 1)
            {
                Add(step.Phase, onward | Fact.MorePacks, forbid, Phase.Accepting, Fault.None);
                forbid |= Fact.MorePacks;
            }

            Add(step.Phase, onward, forbid, next, Fault.None);
            if (step.LimitMs > 0)
            {
                AddLimit(step, held);
            }

            AddStops(step.Phase);
        }

        /// <summary>One row for each fact whose loss ends the phase at once. Returns those facts.</summary>
        private Fact AddGuards(Phase phase, bool untouched)
        {
            Fact held = Fact.None;
            if (untouched)
            {
                Add(phase, Fact.None, Fact.VehiclePresent | Stop, Phase.Idle, Fault.None);
                held = Fact.VehiclePresent;
            }

            ulong guards = (ulong)Interlocks.Of(phase);
            for (int bit = 0; bit < Bits; bit++)
            {
                Fact guard = (Fact)(guards & (1UL << bit));
                if (guard != Fact.None)
                {
                    Add(phase, held, guard | Stop, Phase.Held, Missing.Lost(phase, guard));
                    held |= guard;
                }
            }

            AddNever(phase, held);
            return held;
        }

        /// <summary>A vehicle that goes away is a cause to stop there.</summary>
        private bool HoldsUnprepared(Phase phase)
        {
            return _profile.HasHoist && SwapCauses.Of(phase, Fact.VehicleUnprepared) != Fault.None;
        }

        private void AddNever(Phase phase, Fact held)
        {
            ulong never = (ulong)Interlocks.Never(phase);
            Fact forbid = Stop;
            for (int bit = 0; bit < Bits; bit++)
            {
                Fact unwanted = (Fact)(never & (1UL << bit));
                if (unwanted != Fact.None)
                {
                    Add(phase, held | unwanted, forbid, Phase.Held, Missing.Lost(phase, unwanted));
                    forbid |= unwanted;
                }
            }
        }

        /// <summary>Rows for the first thing that is missing when the limit is reached.</summary>
        private void AddLimit(StepPlan step, Fact held)
        {
            Fact require = held | Fact.PhaseExpired;
            Fact forbid = Stop | Interlocks.Never(step.Phase) | (step.Forbid & Fact.OldPackRejected);

            // A phase at its limit has long settled.
            Fact missing = step.Require & ~held & ~Fact.PhaseSettled;
            for (int bit = 0; bit < Bits; bit++)
            {
                Fact needed = (Fact)((ulong)missing & (1UL << bit));
                if (needed != Fact.None)
                {
                    AddTry(step, require, forbid | needed, Missing.AtLimit(step.Phase, needed));
                    require |= needed;
                }
            }

            for (int bit = 0; bit < Bits; bit++)
            {
                Fact unwanted = (Fact)((ulong)(step.Forbid & ~forbid) & (1UL << bit));
                if (unwanted != Fact.None && SwapCauses.Of(step.Phase, unwanted) == Fault.None)
                {
                    AddTry(step, require | unwanted, forbid, Missing.AtLimit(step.Phase, unwanted));
                    forbid |= unwanted;
                }
            }

            Add(step.Phase, require, forbid | Fact.MayGoOn, Phase.Held, Fault.NotConfirmed);
        }

        private void AddTry(StepPlan step, Fact require, Fact forbid, Fault fault)
        {
            Phase back = WayBack.Of(step.Phase, _profile.HasHoist);
            Fact needs = WayBack.Needs(step.Phase);
            bool returns = step.GoesBack && (needs & forbid) == Fact.None;
            if (step.Retries > 0 || returns)
            {
                // By hand each step is confirmed, another try and the way back too.
                Add(step.Phase, require, forbid | Fact.MayGoOn, Phase.Held, fault);
                require |= Fact.MayGoOn;
            }

            if (step.Retries > 0)
            {
                Add(step.Phase, require | Fact.RetryLeft, forbid, step.Phase, fault);
                forbid |= Fact.RetryLeft;
            }

            if (!returns)
            {
                Add(step.Phase, require, forbid, Phase.Held, fault);
                return;
            }

            Add(step.Phase, require | needs, forbid, back, fault);
            for (int bit = 0; bit < Bits; bit++)
            {
                Fact need = (Fact)((ulong)(needs & ~require) & (1UL << bit));
                if (need != Fact.None)
                {
                    Add(step.Phase, require, forbid | need, Phase.Held, fault);
                    require |= need;
                }
            }
        }

        /// <summary>A person confirms, and the sensors and bays, not the memory, say where to go on.</summary>
        private void AddHeldWithHoist()
        {
            const Fact there = Fact.VehiclePresent;
            const Fact seated = Fact.LockClosed | Fact.ConnectorMated;
            const Fact carried = Fact.LockOpen | Fact.ConnectorParted | Fact.HoistGrips | Fact.HoistLoaded;
            const Fact offVehicle = Fact.PackOnVehicle | Fact.ConnectorMated | Fact.PackInPlace;
            const Fact swapped = Fact.BaysReserved | Fact.StoreBayFilled | Fact.TakeBayEmptied;

            // The lock is closed on a pack: on with it, out with the vehicle whole, or from the start: it may be
            // another vehicle.
            AddConfirmed(there | seated | Fact.PlannedPackSeen, Fact.LockOpen, Phase.Verifying);
            AddConfirmed(there | seated | Fact.SwapAborted, Fact.LockOpen | Fact.PlannedPackSeen, Phase.Verifying);
            const Fact other = Fact.LockOpen | Fact.PlannedPackSeen | Fact.SwapAborted;
            AddConfirmed(there | seated, other | Fact.OutOfService, Phase.Identifying);

            // A closed lane begins nothing: the vehicle may leave as it stands, once the hoist has let go of it.
            AddConfirmed(there | seated | Fact.OutOfService, other | Fact.HoistLoaded | Fact.HoistGrips, Phase.Idle);

            // The lock is not closed on a pack that sits: it is locked, whichever pack it is.
            AddConfirmed(there | Fact.ConnectorMated | Fact.PackInPlace, Fact.LockClosed, Phase.Locking);

            // The old pack hangs: into its bay, or back when the bay is not to be had.
            AddConfirmed(there | carried | Fact.HoistRaised | Fact.BaysReserved | Fact.StoreBayReady,
                offVehicle | Fact.StoreBayFilled | Fact.SwapAborted, Phase.Stowing);
            AddConfirmed(there | carried | Fact.HoistRaised,
                offVehicle | Fact.StoreBayFilled | Fact.BaysReserved, Phase.Placing);
            AddConfirmed(there | carried | Fact.HoistRaised | Fact.BaysReserved,
                offVehicle | Fact.StoreBayFilled | Fact.StoreBayReady, Phase.Placing);
            AddConfirmed(there | carried | Fact.HoistRaised | Fact.BaysReserved | Fact.StoreBayReady | Fact.SwapAborted,
                offVehicle | Fact.StoreBayFilled, Phase.Placing);

            // The new pack hangs, or is still to be fetched; a pack stands on its seat and is not mated.
            AddConfirmed(there | carried | swapped, offVehicle, Phase.Placing);
            AddConfirmed(there | Fact.LockOpen | Fact.ConnectorParted | Fact.HoistRaised | Fact.BaysReserved
                | Fact.StoreBayFilled | Fact.NewPackReady,
                offVehicle | Fact.HoistLoaded | Fact.HoistGrips, Phase.Fetching);
            AddConfirmed(there | Fact.LockOpen | Fact.HoistGrips | Fact.PackInPlace | swapped,
                Fact.ConnectorMated, Phase.Mating);
            AddConfirmed(there | Fact.LockOpen | Fact.HoistGrips | Fact.PackInPlace,
                Fact.ConnectorMated | Fact.StoreBayFilled, Phase.Mating);

            // A gripper that still holds a pack, in a bay or in another position, would count as gripping the next one.
            AddConfirmed(Fact.None, Fact.VehiclePresent | Fact.HoistLoaded | Fact.HoistGrips, Phase.Idle);
        }

        private void AddConfirmed(Fact require, Fact forbid, Phase to)
        {
            Add(Phase.Held, require | Fact.Confirmed, forbid | Fact.MaintenanceSelected | Stop, to, Fault.None);
        }

        private void AddHeld()
        {
            Add(Phase.Held, Fact.Confirmed | Fact.MaintenanceSelected, Stop, Phase.Maintenance, Fault.None);
            Add(Phase.Held, Stop | Fact.Emergency, Fact.None, Phase.Stopped, Fault.None);
            Add(Phase.Stopped, Fact.Confirmed, Fact.Emergency | Fact.SafetyChainOpen, Phase.Held, Fault.None);
        }
    }
}
