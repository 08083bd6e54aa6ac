using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One bay that a lane wants or has. A grant alone is worth nothing: the lane has the bay only while it hears the
    /// bay say that it is this lane's, so that what it last heard runs out before the bay is given to another.
    /// </summary>
    public sealed class BayHold
    {
        /// <summary>A bay that does not answer for so long is not asked any more in this swap.</summary>
        public const int AskMs = 5000;

        /// <summary>To store or to take.</summary>
        public readonly BayOperation Operation;

        /// <summary>0 while none is chosen.</summary>
        public int Bay;

        /// <summary>The bay has granted it; that does not age.</summary>
        public bool Granted;

        /// <summary>It was granted before a restart of this lane.</summary>
        public bool Resumed;

        private long _chosenMs;

        public BayHold(BayOperation operation)
        {
            Operation = operation;
        }

        /// <summary>For the announcement: a bay that has forgotten may take this over.</summary>
        public bool Claims
        {
            get { return Bay != 0 && (Granted || Resumed); }
        }

        public void Choose(int bay, long nowMs)
        {
            Bay = bay;
            Granted = false;
            _chosenMs = nowMs;
        }

        /// <summary>The bay of a swap that a restart has interrupted.</summary>
        public void Resume(int bay)
        {
            Bay = bay;
            Resumed = true;
        }

        public void Clear()
        {
            Bay = 0;
            Granted = false;
            Resumed = false;
        }

        /// <summary>Neither granted nor refused, for too long.</summary>
        public bool IsUnanswered(long nowMs)
        {
            return Bay != 0 && !Granted && !Resumed && nowMs - _chosenMs > AskMs;
        }

        /// <summary>Granted, and the bay says just now that it is this lane's.</summary>
        public bool IsHeld(BayView[] bays, int lane, long nowMs)
        {
            return Granted && bays[Bay].IsFresh(nowMs) && bays[Bay].Last.ReservedBy == lane;
        }
    }
}
