namespace SwapEdge.Firmware
{
    /// <summary>The topics of one node, made once.</summary>
    public sealed class Topics
    {
        public readonly string Birth;
        public readonly string State;
        public readonly string Alarm;
        public readonly string Event;
        public readonly string Telemetry;
        public readonly string Ack;
        public readonly string Command;
        public readonly string Result;

        public Topics(NodeSettings settings)
        {
            string root = "swap/v1/" + settings.City + "/" + settings.Station + "/" + settings.Node + "/";
            Birth = root + "birth";
            State = root + "state";
            Alarm = root + "alarm";
            Event = root + "event";
            Telemetry = root + "telemetry";
            Ack = root + "ack";
            Command = root + "command";
            Result = root + "result";
        }
    }
}
