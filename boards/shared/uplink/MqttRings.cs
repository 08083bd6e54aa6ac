using nanoFramework.M2Mqtt.Messages;

namespace SwapEdge.Boards
{
    /// <summary>
    /// What a client's handlers have brought and the pass has not taken: acknowledgements and messages, oldest first,
    /// both bounded. Its owner locks.
    /// </summary>
    public sealed class MqttRings
    {
        private const int InboxRoom = 8;

        private readonly int[] _ids;
        private readonly MqttMsgPublishEventArgs[] _inbox = new MqttMsgPublishEventArgs[InboxRoom];
        private int _firstId;
        private int _idCount;
        private int _firstMessage;
        private int _messageCount;

        /// <param name="window">Most acknowledgements that wait.</param>
        public MqttRings(int window)
        {
            _ids = new int[window];
        }

        /// <summary>Numbers belong to a connection: on the next one they mean something else.</summary>
        public void ForgetIds()
        {
            _idCount = 0;
        }

        /// <summary>False when there is no room.</summary>
        public bool AddId(int id)
        {
            if (_idCount == _ids.Length)
            {
                return false;
            }

            _ids[(_firstId + _idCount) % _ids.Length] = id;
            _idCount++;
            return true;
        }

        /// <summary>0 when there is none.</summary>
        public int TakeId()
        {
            if (_idCount == 0)
            {
                return 0;
            }

            int id = _ids[_firstId];
            _firstId = (_firstId + 1) % _ids.Length;
            _idCount--;
            return id;
        }

        /// <summary>False when there is no room.</summary>
        public bool Add(MqttMsgPublishEventArgs message)
        {
            if (_messageCount == InboxRoom)
            {
                return false;
            }

            _inbox[(_firstMessage + _messageCount) % InboxRoom] = message;
            _messageCount++;
            return true;
        }

        /// <summary>Null when there is none.</summary>
        public MqttMsgPublishEventArgs Take()
        {
            if (_messageCount == 0)
            {
                return null;
            }

            MqttMsgPublishEventArgs message = _inbox[_firstMessage];
            _inbox[_firstMessage] = null;
            _firstMessage = (_firstMessage + 1) % InboxRoom;
            _messageCount--;
            return message;
        }
    }
}
