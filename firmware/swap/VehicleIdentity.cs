using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Who stands in the lane: a VIN from the vehicle's bus, or what a reader has read. Kept until the lane forgets it,
    /// also when it is no longer heard; whether it may be served is looked up once for each identity.
    /// </summary>
    public sealed class VehicleIdentity
    {
        private readonly string[] _listed;

        /// <summary>The first <see cref="Length"/> bytes, ASCII.</summary>
        public readonly byte[] Text = new byte[EventRecord.VehicleRoom];

        /// <summary>0 while nobody is known.</summary>
        public int Length;

        /// <summary>It may be served here at any time.</summary>
        public bool IsListed;

        /// <summary>Those that may be served once.</summary>
        public readonly Authorisations Authorised = new Authorisations();

        /// <param name="listed">Identities that may be served.</param>
        public VehicleIdentity(string[] listed)
        {
            _listed = listed;
        }

        /// <summary>This is who is here; nobody is not.</summary>
        public bool Is(byte[] text, int length)
        {
            return length > 0 && length == Length && Bytes.AreSame(text, 0, Text, 0, length);
        }

        /// <summary>True when this is who was there in the pass before; a new one is taken over.</summary>
        public bool Take(byte[] text, int length)
        {
            if (length <= 0 || length > Text.Length)
            {
                return false;
            }

            if (Is(text, length))
            {
                return true;
            }

            System.Array.Copy(text, 0, Text, 0, length);
            Length = length;
            IsListed = false;
            for (int i = 0; i < _listed.Length; i++)
            {
                IsListed = IsListed || IsSame(_listed[i]);
            }

            return false;
        }

        /// <summary>That of who is here, over or not; null when there is none.</summary>
        public Authorisation Authorisation
        {
            get { return Authorised.Find(Text, Length); }
        }

        /// <summary>It may be served here now.</summary>
        public bool MayBeServed(long nowMs)
        {
            return IsListed || (Authorisation != null && nowMs < Authorisation.UntilMs);
        }

        /// <summary>Nobody is here; an authorisation is used up by having been.</summary>
        public void Forget()
        {
            if (Authorisation != null)
            {
                Authorisation.VehicleLength = 0;
            }

            Length = 0;
            IsListed = false;
        }

        private bool IsSame(string text)
        {
            if (text.Length != Length)
            {
                return false;
            }

            for (int i = 0; i < Length; i++)
            {
                if (text[i] != (char)Text[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
