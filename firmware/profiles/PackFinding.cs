namespace SwapEdge.Firmware
{
    /// <summary>
    /// What is wrong with a pack on the vehicle, the first that applies. Numbers are stored and sent: append only.
    /// </summary>
    public enum PackFinding
    {
        None = 0,

        /// <summary>Not all that is asked for has been heard.</summary>
        NotHeard = 1,

        /// <summary>Nobody has answered the pack yet.</summary>
        AuthorisationWaits = 2,

        // Rejected: the pack stays on the vehicle.

        /// <summary>The pack gave up waiting: no message in 60 s.</summary>
        AuthorisationSilent = 3,

        /// <summary>The pack could not decipher the answer.</summary>
        AuthorisationRefused = 4,

        /// <summary>Its code is none of GB/T 34014, so nobody knows whose it is.</summary>
        CodeUnknown = 5,

        /// <summary>Its code begins with none that the pack register permits.</summary>
        NotPermitted = 6,

        /// <summary>The register does not let the station's operator have it.</summary>
        OtherOperator = 7,

        // Isolated: the pack is taken, but kept apart.

        /// <summary>Its BMS reports an alarm of the profile's level or above.</summary>
        AlarmLevel = 10,
        CellHot = 11,
        CellCold = 12,
        ConnectorHot = 13,

        /// <summary>The vehicle's swap controller reports a fault of the connector's sensors.</summary>
        ConnectorFault = 14,
        InsulationWeak = 15,

        /// <summary>Interlock loop, main circuit, protector or a measuring wire is broken.</summary>
        Damaged = 16,

        /// <summary>A temperature or the insulation is not available.</summary>
        NotMeasured = 17,

        /// <summary>Smoke, fire or a thermal runaway.</summary>
        Burning = 18,
    }
}
