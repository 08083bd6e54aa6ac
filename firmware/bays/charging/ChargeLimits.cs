using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The time-outs of GB/T 27930-2015 as a listener sees them. Where both sides are on time but the session does not
    /// move on, the limit of the stage finds it.
    /// </summary>
    public static class ChargeLimits
    {
        /// <summary>Any message, where nothing shorter is said.</summary>
        public const int GeneralMs = 5000;

        /// <summary>Demand of the BMS and answer of the charger while charging.</summary>
        public const int DemandMs = 1000;
        public const int StatisticsMs = 10000;

        /// <summary>
        /// CRM after the handshake: the charger tests the insulation in between, and some are silent while they do.
        /// </summary>
        public const int RecognitionMs = 30000;

        // Whole stages
        public const int HandshakeMs = 60000;
        public const int IdentificationMs = 30000;
        public const int ParametersMs = 60000;

        /// <summary>A pause that is longer ends the charge.</summary>
        public const int PauseMs = 600000;

        /// <summary>Attempts after a time-out; then only a new plug-in helps.</summary>
        public const int Attempts = 3;

        /// <summary>
        /// A new attempt counts as one when no error was reported for this long: error frames come in loops.
        /// </summary>
        public const int QuietMs = 1000;

        // In the order of the stages.
        public static readonly ChargeExpectation[] Expectations =
        {
            Every(ChargeStage.Handshake, ChargeMessage.Chm, RecognitionMs),
            Once(ChargeStage.Handshake, ChargeMessage.Crm, ChargeMessage.Bhm, RecognitionMs),
            Every(ChargeStage.Identification, ChargeMessage.Crm, GeneralMs),
            Every(ChargeStage.Identification, ChargeMessage.Brm, GeneralMs),
            Once(ChargeStage.Parameters, ChargeMessage.Bcp, ChargeMessage.Crm, GeneralMs),
            Once(ChargeStage.Parameters, ChargeMessage.Cml, ChargeMessage.Bcp, GeneralMs),
            Once(ChargeStage.Parameters, ChargeMessage.Bro, ChargeMessage.Cml, GeneralMs),
            Once(ChargeStage.Parameters, ChargeMessage.Cro, ChargeMessage.Bro, GeneralMs),
            Once(ChargeStage.Parameters, ChargeMessage.Bcl, ChargeMessage.Cro, GeneralMs),
            Every(ChargeStage.Charging, ChargeMessage.Bcl, DemandMs),
            Every(ChargeStage.Charging, ChargeMessage.Ccs, DemandMs),
            Every(ChargeStage.Charging, ChargeMessage.Bcs, GeneralMs),
            Every(ChargeStage.Charging, ChargeMessage.Bsm, GeneralMs),
            Once(ChargeStage.Stopping, ChargeMessage.Cst, ChargeMessage.Bst, GeneralMs),
            Once(ChargeStage.Stopping, ChargeMessage.Bst, ChargeMessage.Cst, GeneralMs),
            Once(ChargeStage.Stopping, ChargeMessage.Bsd, ChargeMessage.None, StatisticsMs),
            Once(ChargeStage.Stopping, ChargeMessage.Csd, ChargeMessage.None, StatisticsMs),
        };

        /// <summary>The longest that a stage may last; 0 for no limit.</summary>
        public static int StageMs(ChargeStage stage)
        {
            switch (stage)
            {
                case ChargeStage.Handshake:
                    return HandshakeMs;
                case ChargeStage.Identification:
                    return IdentificationMs;
                case ChargeStage.Parameters:
                    return ParametersMs;
                case ChargeStage.Stopping:
                    return StatisticsMs;
                default:
                    return 0;
            }
        }

        /// <summary>How long neither side may say anything at all.</summary>
        public static int SilenceMs(ChargeStage stage)
        {
            return stage == ChargeStage.Handshake ? RecognitionMs : GeneralMs;
        }

        private static ChargeExpectation Every(ChargeStage stage, ChargeMessage message, int limitMs)
        {
            return new ChargeExpectation(stage, message, ChargeMessage.None, limitMs, true);
        }

        private static ChargeExpectation Once(ChargeStage stage, ChargeMessage message, ChargeMessage after,
            int limitMs)
        {
            return new ChargeExpectation(stage, message, after, limitMs, false);
        }
    }
}
