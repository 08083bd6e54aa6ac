using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>A line of the pack register: packs whose codes begin so, who owns them and who may have them.</summary>
    public sealed class PackRule
    {
        /// <summary>Beginning of a code of GB/T 34014.</summary>
        public readonly string Begins;

        /// <summary>Empty: not said.</summary>
        public readonly string Owner;

        /// <summary>None: every operator may have them.</summary>
        public readonly string[] Operators;

        public PackRule(string begins, string owner, string[] operators)
        {
            Begins = begins;
            Owner = owner;
            Operators = operators;
        }

        /// <summary>The line with the longest beginning that fits the code; null when none does.</summary>
        public static PackRule Of(PackRule[] register, byte[] code, int length)
        {
            PackRule found = null;
            for (int i = 0; i < register.Length; i++)
            {
                string begins = register[i].Begins;
                int same = 0;
                while (same < begins.Length && same < length && code[same] == (byte)begins[same])
                {
                    same++;
                }

                if (same == begins.Length && (found == null || same > found.Begins.Length))
                {
                    found = register[i];
                }
            }

            return found;
        }

        /// <summary>Writes who owns the pack of this code, when the register says so.</summary>
        public static void TellOwner(PackRule[] register, byte[] code, int length, EventRecord into)
        {
            PackRule rule = Of(register, code, length);
            into.OwnedByLength = rule != null ? Ascii.Write(rule.Owner, into.OwnedBy, 0) : 0;
        }

        public bool Permits(string stationOperator)
        {
            bool permits = Operators.Length == 0;
            for (int i = 0; i < Operators.Length; i++)
            {
                permits = permits || Operators[i] == stationOperator;
            }

            return permits;
        }
    }
}
