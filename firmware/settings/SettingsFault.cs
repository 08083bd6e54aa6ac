namespace SwapEdge.Firmware
{
    /// <summary>Why deployed settings were not taken. Numbers are told: append only.</summary>
    public enum SettingsFault
    {
        None = 0,

        /// <summary>Fewer bytes than their header says, or more.</summary>
        Length = 1,

        /// <summary>They do not begin as settings do: another file.</summary>
        Magic = 2,

        /// <summary>Of a format that this firmware does not know.</summary>
        Version = 3,
        Checksum = 4,

        /// <summary>A field that cannot be read or is not known.</summary>
        Field = 5,

        /// <summary>The profile is none that this node was given.</summary>
        Profile = 6,

        /// <summary>No broker, or no port of one.</summary>
        Broker = 7,

        /// <summary>They do not pass their check.</summary>
        Check = 8,

        // Of a board, before it starts a node.

        /// <summary>No file of settings.</summary>
        NotThere = 9,

        /// <summary>For another board or kind of node, or of more than is wired.</summary>
        Board = 10,

        /// <summary>No file with the node's key.</summary>
        Key = 11,
    }
}
