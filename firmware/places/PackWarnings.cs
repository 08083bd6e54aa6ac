namespace SwapEdge.Firmware
{
    /// <summary>
    /// The warnings of one pack that stand, and the changes that nobody has taken yet. When more changes wait than
    /// there is room for, the newest are counted and their state still stands here.
    /// </summary>
    public sealed class PackWarnings
    {
        /// <summary>Changes that were not kept because nobody took the earlier ones.</summary>
        public uint LostChanges;

        private const int Kinds = 40;
        private const int Room = 64;

        private readonly byte[] _levels = new byte[Kinds];
        private readonly int[] _values = new int[Kinds];
        private readonly PackWarningChange[] _changes = new PackWarningChange[Room];
        private int _first;
        private int _highest;
        private int _count;

        public PackWarnings()
        {
            for (int i = 0; i < Room; i++)
            {
                _changes[i] = new PackWarningChange();
            }
        }

        /// <summary>0 when the warning does not stand.</summary>
        public int Level(PackWarning warning)
        {
            return _levels[(int)warning];
        }

        public int Value(PackWarning warning)
        {
            return _values[(int)warning];
        }

        /// <summary>The highest level that stands.</summary>
        public int Highest()
        {
            return _highest;
        }

        /// <summary>Takes the oldest change; false when there is none.</summary>
        public bool Next(PackWarningChange into)
        {
            if (_count == 0)
            {
                return false;
            }

            PackWarningChange change = _changes[_first];
            into.Warning = change.Warning;
            into.Level = change.Level;
            into.PreviousLevel = change.PreviousLevel;
            into.Value = change.Value;
            into.TimeMs = change.TimeMs;
            _first = (_first + 1) % Room;
            _count--;
            return true;
        }

        /// <summary>Raises at that level or clears; the value stays as it was when the warning was raised.</summary>
        public void Set(PackWarning warning, bool stands, int level, int value, long timeMs)
        {
            int now = stands ? level : 0;
            if (_levels[(int)warning] != now)
            {
                Change(warning, now, value, timeMs);
            }
        }

        /// <summary>The same with a code for a value (0: none), of which each is a change.</summary>
        public void SetCode(PackWarning warning, int level, int code, long timeMs)
        {
            int now = code != 0 ? level : 0;
            if (_levels[(int)warning] != now || (now != 0 && _values[(int)warning] != code))
            {
                Change(warning, now, code, timeMs);
            }
        }

        public void ClearAll(long timeMs)
        {
            for (int i = 0; i < Kinds; i++)
            {
                Set((PackWarning)i, false, 0, 0, timeMs);
            }
        }

        private void Change(PackWarning warning, int level, int value, long timeMs)
        {
            int index = (int)warning;
            int previous = _levels[index];
            _levels[index] = (byte)level;
            _values[index] = value;
            _highest = HighestOf(_levels);
            if (_count == Room)
            {
                LostChanges++;
                return;
            }

            PackWarningChange change = _changes[(_first + _count) % Room];
            change.Warning = warning;
            change.Level = level;
            change.PreviousLevel = previous;
            change.Value = value;
            change.TimeMs = timeMs;
            _count++;
        }

        private static int HighestOf(byte[] levels)
        {
            int highest = 0;
            for (int i = 0; i < levels.Length; i++)
            {
                highest = levels[i] > highest ? levels[i] : highest;
            }

            return highest;
        }
    }
}
