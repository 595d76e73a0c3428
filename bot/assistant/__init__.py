"""The way of a question: personal data masked, sent to Rasa, answered from the knowledge; never silent."""
