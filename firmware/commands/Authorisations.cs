using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Vehicles that the city has authorised beside those of the settings. A restart forgets them.</summary>
    public sealed class Authorisations
    {
        /// <summary>Vehicles at a time.</summary>
        public const int Room = 8;

        private readonly Authorisation[] _all = new Authorisation[Room];

        public Authorisations()
        {
            for (int i = 0; i < Room; i++)
            {
                _all[i] = new Authorisation();
            }
        }

        /// <summary>Authorises the command's vehicle; the same one again replaces it. False when there is no
        /// room.</summary>
        public bool Add(CommandRecord command, long untilMs, long nowMs)
        {
            Authorisation place = Find(command.Vehicle, command.VehicleLength);
            for (int i = 0; i < Room && place == null; i++)
            {
                place = _all[i].VehicleLength == 0 || _all[i].UntilMs <= nowMs ? _all[i] : null;
            }

            if (place == null)
            {
                return false;
            }

            System.Array.Copy(command.Vehicle, 0, place.Vehicle, 0, command.VehicleLength);
            System.Array.Copy(command.Order, 0, place.Order, 0, command.OrderLength);
            place.VehicleLength = command.VehicleLength;
            place.OrderLength = command.OrderLength;
            place.UntilMs = untilMs;
            return true;
        }

        /// <summary>That of a vehicle, over or not; null when it has none.</summary>
        public Authorisation Find(byte[] vehicle, int length)
        {
            for (int i = 0; i < Room; i++)
            {
                bool same = length != 0 && _all[i].VehicleLength == length;
                for (int k = 0; same && k < length; k++)
                {
                    same = _all[i].Vehicle[k] == vehicle[k];
                }

                if (same)
                {
                    return _all[i];
                }
            }

            return null;
        }
    }
}
